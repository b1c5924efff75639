ALTER TABLE "events" DROP CONSTRAINT "events_store_id_stores_id_fk";
--> statement-breakpoint
ALTER TABLE "order_search" DROP CONSTRAINT "order_search_store_id_order_id_orders_store_id_id_fk";
--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_store_id_stores_id_fk";
