ALTER TABLE "import_rows" ADD COLUMN "freight_e4" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "facts" jsonb;