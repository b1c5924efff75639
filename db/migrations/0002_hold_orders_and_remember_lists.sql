CREATE TABLE "bulk_rows" (
	"store_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"act_id" uuid NOT NULL,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"reason_params" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_rows_store_id_run_id_position_pk" PRIMARY KEY("store_id","run_id","position"),
	CONSTRAINT "bulk_rows_outcome_known" CHECK (outcome = any ('{"waiting","done","skipped","failed"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"action" text NOT NULL,
	"options" jsonb NOT NULL,
	"status" text NOT NULL,
	"started_by" uuid NOT NULL,
	"undoes" uuid,
	"total" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_runs_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "bulk_runs_action_known" CHECK (action = any ('{"confirm","tag","untag","hold","release","markPaid","ship","cancel"}'::text[])),
	CONSTRAINT "bulk_runs_status_known" CHECK (status = any ('{"running","finished","stopped"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "list_columns" (
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"columns" text[] NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "list_columns_store_id_user_id_list_pk" PRIMARY KEY("store_id","user_id","list"),
	CONSTRAINT "list_columns_list_known" CHECK (list = any ('{"orders","products","customers","stock"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "list_views" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"search" text NOT NULL,
	"columns" text[],
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "list_views_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "list_views_list_known" CHECK (list = any ('{"orders","products","customers","stock"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "order_holds" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"note" "bytea",
	"actor" jsonb NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	"released_by" jsonb,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "order_holds_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "order_holds_reason" CHECK (reason = any ('{"address_check","suspected_fraud","payment_review","customer_request","stock_check","other"}'::text[])),
	CONSTRAINT "order_holds_release" CHECK (("order_holds"."released_at" is null) = ("order_holds"."released_by" is null))
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_store_id_run_id_bulk_runs_store_id_id_fk" FOREIGN KEY ("store_id","run_id") REFERENCES "public"."bulk_runs"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_columns" ADD CONSTRAINT "list_columns_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_columns" ADD CONSTRAINT "list_columns_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_views" ADD CONSTRAINT "list_views_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_views" ADD CONSTRAINT "list_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_holds" ADD CONSTRAINT "order_holds_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_rows_once" ON "bulk_rows" USING btree ("store_id","run_id","order_id");--> statement-breakpoint
CREATE INDEX "bulk_rows_order" ON "bulk_rows" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE INDEX "bulk_rows_waiting" ON "bulk_rows" USING btree ("store_id","run_id","position") WHERE outcome = 'waiting';--> statement-breakpoint
CREATE INDEX "bulk_runs_recent" ON "bulk_runs" USING btree ("store_id","created_at","id");--> statement-breakpoint
CREATE INDEX "list_views_list" ON "list_views" USING btree ("store_id","list","position");--> statement-breakpoint
CREATE INDEX "order_holds_order" ON "order_holds" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_holds_in_force" ON "order_holds" USING btree ("store_id","order_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "orders_held" ON "orders" USING btree ("store_id","placed_at","id") WHERE held_at is not null;--> statement-breakpoint
CREATE INDEX "orders_tagged" ON "orders" USING btree ("store_id","placed_at","id") WHERE tags <> '{}';