CREATE TABLE "import_mappings" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"headers" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_mappings_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "import_mappings_kind" CHECK (kind = any ('{"orders","products","customers","prices","stock"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "import_records" (
	"store_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"cells" "bytea" NOT NULL,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"reason" jsonb,
	CONSTRAINT "import_records_store_id_import_id_row_pk" PRIMARY KEY("store_id","import_id","row"),
	CONSTRAINT "import_records_outcome" CHECK (outcome = any ('{"waiting","create","change","same","refused","created","changed","unchanged"}'::text[]))
);
--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_status_known";--> statement-breakpoint
DROP INDEX "imports_content";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text DEFAULT 'orders' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "format" jsonb DEFAULT '{"container":"text","encoding":"utf-8","separator":",","quote":"\"","decimal":".","dates":["iso","month-first"],"skip":0}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "mapping" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "headers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "stored_as" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "bytes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "confirmed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "paused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "failure" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "beat_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "judged" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "counts" jsonb;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_records" ADD CONSTRAINT "import_records_store_id_import_id_imports_store_id_id_fk" FOREIGN KEY ("store_id","import_id") REFERENCES "public"."imports"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_mappings_name" ON "import_mappings" USING btree ("store_id","name");--> statement-breakpoint
CREATE INDEX "import_records_refused" ON "import_records" USING btree ("store_id","import_id","row") WHERE outcome = 'refused';--> statement-breakpoint
CREATE UNIQUE INDEX "imports_content" ON "imports" USING btree ("store_id","source","content_hash") WHERE status not in ('uploaded', 'undone');--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind_known" CHECK (kind = any ('{"orders","products","customers","prices","stock"}'::text[]));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_status_known" CHECK (status = any ('{"uploaded","staging","planned","sales","cancellations","applying","finished","undoing","undone"}'::text[]));