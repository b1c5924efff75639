CREATE TABLE "pick_wave_orders" (
	"store_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "pick_wave_orders_store_id_wave_id_order_id_pk" PRIMARY KEY("store_id","wave_id","order_id"),
	CONSTRAINT "pick_wave_orders_status_known" CHECK (status = any ('{"waiting","picked","skipped"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "pick_wave_ticks" (
	"store_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"found" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pick_wave_ticks_store_id_wave_id_sku_pk" PRIMARY KEY("store_id","wave_id","sku"),
	CONSTRAINT "pick_wave_ticks_found" CHECK ("pick_wave_ticks"."found" >= 0)
);
--> statement-breakpoint
CREATE TABLE "pick_waves" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"status" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "pick_waves_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "pick_waves_status_known" CHECK (status = any ('{"open","closed","canceled"}'::text[])),
	CONSTRAINT "pick_waves_ended" CHECK (("pick_waves"."status" = 'open') = ("pick_waves"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "pick_wave_orders" ADD CONSTRAINT "pick_wave_orders_store_id_wave_id_pick_waves_store_id_id_fk" FOREIGN KEY ("store_id","wave_id") REFERENCES "public"."pick_waves"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_wave_orders" ADD CONSTRAINT "pick_wave_orders_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_wave_orders" ADD CONSTRAINT "pick_wave_orders_store_id_warehouse_id_warehouses_store_id_id_fk" FOREIGN KEY ("store_id","warehouse_id") REFERENCES "public"."warehouses"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_wave_ticks" ADD CONSTRAINT "pick_wave_ticks_store_id_wave_id_pick_waves_store_id_id_fk" FOREIGN KEY ("store_id","wave_id") REFERENCES "public"."pick_waves"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_waves" ADD CONSTRAINT "pick_waves_store_id_warehouse_id_warehouses_store_id_id_fk" FOREIGN KEY ("store_id","warehouse_id") REFERENCES "public"."warehouses"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_waves" ADD CONSTRAINT "pick_waves_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pick_wave_orders_open" ON "pick_wave_orders" USING btree ("store_id","order_id","warehouse_id") WHERE open;--> statement-breakpoint
CREATE INDEX "pick_wave_orders_order" ON "pick_wave_orders" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pick_waves_number" ON "pick_waves" USING btree ("store_id","number");--> statement-breakpoint
CREATE INDEX "orders_due" ON "orders" USING btree ("store_id",coalesce(ship_by_at, placed_at),"id") WHERE status in ('confirmed', 'processing');--> statement-breakpoint
CREATE INDEX "shipments_waiting" ON "shipments" USING btree ("store_id","status","warehouse_id","order_id") WHERE status in ('picking', 'packed');