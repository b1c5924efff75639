CREATE TABLE "api_keys" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"hint" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"permissions" text[] NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "api_keys_name" CHECK (length("api_keys"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"limits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "memberships_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "memberships_role" CHECK (role = any ('{"owner","manager","fulfilment","stock","support","finance","analyst"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"hits" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "security_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"about_store_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"request_id" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"address" text DEFAULT '' NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "bytea" NOT NULL,
	"email_token" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"password_changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "images" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "images_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_search" (
	"store_id" uuid NOT NULL,
	"token" bigint NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "product_search_store_id_token_product_id_pk" PRIMARY KEY("store_id","token","product_id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"vendor" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"image_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "products_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "products_status_known" CHECK (status = any ('{"draft","active","archived"}'::text[])),
	CONSTRAINT "products_title" CHECK (length("products"."title") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"sku" text NOT NULL,
	"sku_key" text NOT NULL,
	"barcode" text DEFAULT '' NOT NULL,
	"price_e4" bigint NOT NULL,
	"cost_e4" bigint,
	"weight_grams" integer,
	"tax_class" text DEFAULT 'standard' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"image_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "variants_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "variants_status_known" CHECK (status = any ('{"active","archived"}'::text[])),
	CONSTRAINT "variants_sku_text" CHECK (length("variants"."sku") between 1 and 100),
	CONSTRAINT "variants_amounts" CHECK ("variants"."price_e4" >= 0 and ("variants"."cost_e4" is null or "variants"."cost_e4" >= 0)),
	CONSTRAINT "variants_weight" CHECK ("variants"."weight_grams" is null or "variants"."weight_grams" >= 0)
);
--> statement-breakpoint
CREATE TABLE "customer_addresses" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"details" "bytea" NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"postcode_area" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "customer_addresses_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_notes" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "customer_notes_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_search" (
	"store_id" uuid NOT NULL,
	"token" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"customer_id" uuid NOT NULL,
	CONSTRAINT "customer_search_store_id_token_created_at_customer_id_pk" PRIMARY KEY("store_id","token","created_at","customer_id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" "bytea" NOT NULL,
	"email" "bytea",
	"email_token" "bytea",
	"phone" "bytea",
	"company" text DEFAULT '' NOT NULL,
	"country" text,
	"locale" text,
	"external_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "customers_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "event_personal" (
	"store_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"content" "bytea",
	CONSTRAINT "event_personal_store_id_event_id_pk" PRIMARY KEY("store_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"store_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"actor" jsonb NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"request_id" text NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "events_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "relay_cursors" (
	"store_id" uuid NOT NULL,
	"reader" text NOT NULL,
	"xid" "xid8" NOT NULL,
	"seq" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relay_cursors_store_id_reader_pk" PRIMARY KEY("store_id","reader")
);
--> statement-breakpoint
CREATE TABLE "import_documents" (
	"store_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"document" text NOT NULL,
	"source" text NOT NULL,
	"position" integer NOT NULL,
	"treatment" text NOT NULL,
	"rule" text DEFAULT '' NOT NULL,
	"rows" bigint NOT NULL,
	"amount_e4" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"customer_ref" text NOT NULL,
	"country" text NOT NULL,
	"fingerprint" text NOT NULL,
	"order_id" uuid,
	"figures" jsonb,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "import_documents_store_id_import_id_document_pk" PRIMARY KEY("store_id","import_id","document"),
	CONSTRAINT "import_documents_treatment" CHECK (treatment = any ('{"sale","cancellation","set_aside","known"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "import_made" (
	"store_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"record" text NOT NULL,
	CONSTRAINT "import_made_store_id_import_id_record_pk" PRIMARY KEY("store_id","import_id","record")
);
--> statement-breakpoint
CREATE TABLE "import_returns" (
	"store_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"line_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"refund_id" uuid,
	"quantity" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "import_returns_store_id_import_id_row_line_id_pk" PRIMARY KEY("store_id","import_id","row","line_id"),
	CONSTRAINT "import_returns_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"store_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"document" text NOT NULL,
	"row" integer NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"quantity" bigint NOT NULL,
	"unit_price_e4" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"customer_ref" text NOT NULL,
	"country" text NOT NULL,
	CONSTRAINT "import_rows_store_id_import_id_document_row_pk" PRIMARY KEY("store_id","import_id","document","row")
);
--> statement-breakpoint
CREATE TABLE "import_set_aside" (
	"store_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"rule" text NOT NULL,
	"document" text NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"quantity" bigint NOT NULL,
	"unit_price_e4" bigint NOT NULL,
	"amount_e4" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"customer_ref" text NOT NULL,
	"country" text NOT NULL,
	CONSTRAINT "import_set_aside_store_id_import_id_row_pk" PRIMARY KEY("store_id","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"content_hash" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"status" text NOT NULL,
	"staged_rows" bigint DEFAULT 0 NOT NULL,
	"staged_amount_e4" bigint DEFAULT 0 NOT NULL,
	"applied_to" integer DEFAULT 0 NOT NULL,
	"first_number" bigint,
	"report" jsonb,
	"actor" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "imports_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "imports_status_known" CHECK (status = any ('{"staging","planned","sales","cancellations","finished"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "job_failures" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"task" text NOT NULL,
	"payload" jsonb NOT NULL,
	"attempts" integer NOT NULL,
	"error" text NOT NULL,
	"failed_at" timestamp (3) with time zone NOT NULL,
	"retried_at" timestamp (3) with time zone,
	CONSTRAINT "job_failures_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_allocations" (
	"store_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "order_allocations_store_id_line_id_warehouse_id_pk" PRIMARY KEY("store_id","line_id","warehouse_id"),
	CONSTRAINT "order_allocations_quantity" CHECK (quantity >= 0)
);
--> statement-breakpoint
CREATE TABLE "order_charges" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"basis" text DEFAULT 'amount' NOT NULL,
	"line_id" uuid,
	"amount_minor" bigint NOT NULL,
	"tax_rate_ppm" integer DEFAULT 0 NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_charges_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "order_charges_kind" CHECK (kind = any ('{"shipping","fee","discount","rounding","credit"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"variant_id" uuid,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"variant_title" text DEFAULT '' NOT NULL,
	"unit_price_e4" bigint NOT NULL,
	"quantity" bigint NOT NULL,
	"allocated" bigint DEFAULT 0 NOT NULL,
	"backordered" bigint DEFAULT 0 NOT NULL,
	"picked" bigint DEFAULT 0 NOT NULL,
	"packed" bigint DEFAULT 0 NOT NULL,
	"shipped" bigint DEFAULT 0 NOT NULL,
	"canceled" bigint DEFAULT 0 NOT NULL,
	"delivered" bigint DEFAULT 0 NOT NULL,
	"return_requested" bigint DEFAULT 0 NOT NULL,
	"returned" bigint DEFAULT 0 NOT NULL,
	"open" bigint GENERATED ALWAYS AS (quantity - allocated - backordered - picked - packed - shipped - canceled) STORED NOT NULL,
	"goods_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"tax_class" text DEFAULT 'standard' NOT NULL,
	"tax_rate_ppm" integer DEFAULT 0 NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"total_minor" bigint NOT NULL,
	"cost_e4" bigint,
	CONSTRAINT "order_lines_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "order_lines_ledger" CHECK (quantity > 0 and allocated >= 0 and backordered >= 0 and picked >= 0 and packed >= 0 and shipped >= 0 and canceled >= 0
        and quantity - allocated - backordered - picked - packed - shipped - canceled >= 0),
	CONSTRAINT "order_lines_after" CHECK (delivered >= 0 and delivered <= shipped and return_requested >= 0 and returned >= 0 and return_requested + returned <= shipped)
);
--> statement-breakpoint
CREATE TABLE "order_notes" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_notes_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_search" (
	"store_id" uuid NOT NULL,
	"token" bigint NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"order_id" uuid NOT NULL,
	CONSTRAINT "order_search_store_id_token_placed_at_order_id_pk" PRIMARY KEY("store_id","token","placed_at","order_id")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" bigint,
	"kind" text DEFAULT 'sale' NOT NULL,
	"channel" text NOT NULL,
	"external_id" text,
	"content_hash" "bytea",
	"customer_id" uuid,
	"status" text NOT NULL,
	"payment_status" text NOT NULL,
	"fulfilment_status" text NOT NULL,
	"return_status" text DEFAULT 'none' NOT NULL,
	"currency" text NOT NULL,
	"rate_ppm" bigint DEFAULT 1000000 NOT NULL,
	"prices_include_tax" boolean NOT NULL,
	"payment_method" text NOT NULL,
	"shipping_method_id" uuid,
	"shipping_method_name" text DEFAULT '' NOT NULL,
	"customer_name" "bytea",
	"email" "bytea",
	"phone" "bytea",
	"ship_to" "bytea",
	"bill_to" "bytea",
	"ship_country" text,
	"ship_city" text DEFAULT '' NOT NULL,
	"ship_postcode_area" text DEFAULT '' NOT NULL,
	"goods_minor" bigint DEFAULT 0 NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"shipping_minor" bigint DEFAULT 0 NOT NULL,
	"fees_minor" bigint DEFAULT 0 NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"total_minor" bigint DEFAULT 0 NOT NULL,
	"due_minor" bigint DEFAULT 0 NOT NULL,
	"credits_minor" bigint DEFAULT 0 NOT NULL,
	"authorized_minor" bigint DEFAULT 0 NOT NULL,
	"captured_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"units" bigint DEFAULT 0 NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"cancel_reason" text,
	"discount_reason" text DEFAULT '' NOT NULL,
	"placed_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"ship_by_at" timestamp (3) with time zone,
	"pay_by_at" timestamp (3) with time zone,
	"promised_at" timestamp (3) with time zone,
	"first_shipped_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"complete_after_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"canceled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "orders_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "orders_status_known" CHECK (status = any ('{"draft","pending","confirmed","processing","shipped","delivered","completed","canceled"}'::text[])),
	CONSTRAINT "orders_payment_known" CHECK (payment_status = any ('{"credit_owed","refunded","partially_paid","partially_refunded","paid","authorized","failed","voided","unpaid"}'::text[])),
	CONSTRAINT "orders_fulfilment_known" CHECK (fulfilment_status = any ('{"delivered","partially_delivered","shipped","partially_shipped","picking","backordered","allocated","unfulfilled"}'::text[])),
	CONSTRAINT "orders_return_known" CHECK (return_status = any ('{"none","requested","partially_returned","returned"}'::text[])),
	CONSTRAINT "orders_kind_known" CHECK (kind = any ('{"sale","credit"}'::text[])),
	CONSTRAINT "orders_channel_known" CHECK (channel = any ('{"staff","api","checkout","import","marketplace"}'::text[])),
	CONSTRAINT "orders_method_known" CHECK (payment_method = any ('{"bank_transfer","cash_on_delivery","invoice","cash","credit_card","debit_card","apple_pay","google_pay","alipay","wechat_pay","paypal","store_credit","settled_outside"}'::text[])),
	CONSTRAINT "orders_number_when_placed" CHECK (("orders"."status" = 'draft') = ("orders"."number" is null) and ("orders"."status" = 'draft') = ("orders"."placed_at" is null)),
	CONSTRAINT "orders_total" CHECK ("orders"."kind" = 'credit' or "orders"."total_minor" >= 0),
	CONSTRAINT "orders_money" CHECK ("orders"."captured_minor" >= 0 and "orders"."refunded_minor" >= 0 and "orders"."refunded_minor" <= "orders"."captured_minor" and "orders"."credits_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "money_movements" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"refund_id" uuid,
	"from_account" text NOT NULL,
	"to_account" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"code" text NOT NULL,
	"provider" text NOT NULL,
	"provider_ref" text NOT NULL,
	"actor" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"request_id" text NOT NULL,
	CONSTRAINT "money_movements_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "money_movements_code" CHECK (code = any ('{"authorize","void","capture","refund_hold","refund","refund_release","chargeback","chargeback_reversal","fee"}'::text[])),
	CONSTRAINT "money_movements_amount" CHECK ("money_movements"."amount_minor" > 0 and "money_movements"."from_account" <> "money_movements"."to_account")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"method" text NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"authorized_minor" bigint DEFAULT 0 NOT NULL,
	"captured_minor" bigint DEFAULT 0 NOT NULL,
	"refund_held_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "payments_status_known" CHECK (status = any ('{"created","pending","authorized","captured","failed","voided","expired"}'::text[])),
	CONSTRAINT "payments_method_known" CHECK (method = any ('{"bank_transfer","cash_on_delivery","invoice","cash","credit_card","debit_card","apple_pay","google_pay","alipay","wechat_pay","paypal","store_credit","settled_outside"}'::text[])),
	CONSTRAINT "payments_amounts" CHECK ("payments"."amount_minor" > 0 and "payments"."authorized_minor" >= 0 and "payments"."captured_minor" >= 0 and "payments"."refund_held_minor" >= 0 and "payments"."refunded_minor" >= 0),
	CONSTRAINT "payments_refunds" CHECK ("payments"."refund_held_minor" + "payments"."refunded_minor" <= "payments"."captured_minor")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"status" text NOT NULL,
	"cause" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"failure" text DEFAULT '' NOT NULL,
	"actor" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "refunds_status_known" CHECK (status = any ('{"requested","succeeded","failed"}'::text[])),
	CONSTRAINT "refunds_cause_known" CHECK (cause = any ('{"cancellation","return","goodwill","overpayment"}'::text[])),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "shipment_lines" (
	"store_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "shipment_lines_store_id_shipment_id_line_id_pk" PRIMARY KEY("store_id","shipment_id","line_id"),
	CONSTRAINT "shipment_lines_quantity" CHECK ("shipment_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"status" text NOT NULL,
	"carrier" text DEFAULT '' NOT NULL,
	"tracking_number" text DEFAULT '' NOT NULL,
	"picked_at" timestamp (3) with time zone NOT NULL,
	"packed_at" timestamp (3) with time zone,
	"shipped_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"canceled_at" timestamp (3) with time zone,
	"cancel_reason" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shipments_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "shipments_status_known" CHECK (status = any ('{"picking","packed","shipped","delivered","canceled"}'::text[]))
);
--> statement-breakpoint
CREATE TABLE "backorders" (
	"store_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"cap" bigint DEFAULT 0 NOT NULL,
	"backordered" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "backorders_store_id_variant_id_pk" PRIMARY KEY("store_id","variant_id"),
	CONSTRAINT "backorders_cap" CHECK (cap >= 0 and backordered >= 0 and backordered <= cap)
);
--> statement-breakpoint
CREATE TABLE "stock_levels" (
	"store_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"available" bigint DEFAULT 0 NOT NULL,
	"allocated" bigint DEFAULT 0 NOT NULL,
	"damaged" bigint DEFAULT 0 NOT NULL,
	"quarantine" bigint DEFAULT 0 NOT NULL,
	"in_transit" bigint DEFAULT 0 NOT NULL,
	"on_hand" bigint GENERATED ALWAYS AS (available + allocated + damaged + quarantine) STORED NOT NULL,
	"safety_stock" bigint DEFAULT 0 NOT NULL,
	"bin" text DEFAULT '' NOT NULL,
	CONSTRAINT "stock_levels_store_id_warehouse_id_variant_id_pk" PRIMARY KEY("store_id","warehouse_id","variant_id"),
	CONSTRAINT "stock_levels_counters" CHECK (available >= 0 and allocated >= 0 and damaged >= 0 and quarantine >= 0 and in_transit >= 0 and safety_stock >= 0)
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"from_bucket" text NOT NULL,
	"to_bucket" text NOT NULL,
	"quantity" bigint NOT NULL,
	"code" text NOT NULL,
	"cause_id" text,
	"line_id" uuid,
	"actor" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"balance_after" bigint NOT NULL,
	"corrects_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"request_id" text NOT NULL,
	CONSTRAINT "stock_movements_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "stock_movements_from" CHECK (from_bucket = any ('{"available","allocated","damaged","quarantine","in_transit","supplier","customer","lost"}'::text[])),
	CONSTRAINT "stock_movements_to" CHECK (to_bucket = any ('{"available","allocated","damaged","quarantine","in_transit","supplier","customer","lost"}'::text[])),
	CONSTRAINT "stock_movements_code" CHECK (code = any ('{"opening","receive","allocate","release","ship","unship","damage","quarantine","unquarantine","adjust","write_off","correct"}'::text[])),
	CONSTRAINT "stock_movements_quantity" CHECK ("stock_movements"."quantity" > 0 and "stock_movements"."from_bucket" <> "stock_movements"."to_bucket")
);
--> statement-breakpoint
CREATE TABLE "warehouses" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"priority" integer DEFAULT 100 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "warehouses_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "number_leases" (
	"store_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"next" bigint NOT NULL,
	CONSTRAINT "number_leases_store_id_kind_pk" PRIMARY KEY("store_id","kind")
);
--> statement-breakpoint
CREATE TABLE "shipping_methods" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"carrier" text DEFAULT '' NOT NULL,
	"price_minor" bigint NOT NULL,
	"free_from_minor" bigint,
	"countries" text[] DEFAULT '{}' NOT NULL,
	"transit_days_min" integer DEFAULT 1 NOT NULL,
	"transit_days_max" integer DEFAULT 3 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shipping_methods_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "shipping_methods_price" CHECK ("shipping_methods"."price_minor" >= 0 and ("shipping_methods"."free_from_minor" is null or "shipping_methods"."free_from_minor" >= 0)),
	CONSTRAINT "shipping_methods_transit" CHECK ("shipping_methods"."transit_days_min" >= 0 and "shipping_methods"."transit_days_max" >= "shipping_methods"."transit_days_min")
);
--> statement-breakpoint
CREATE TABLE "store_settings" (
	"store_id" uuid NOT NULL,
	"legal_name" text DEFAULT '' NOT NULL,
	"contact_email" "bytea",
	"contact_phone" "bytea",
	"street" "bytea",
	"city" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"prices_include_tax" boolean DEFAULT true NOT NULL,
	"shipping_tax_class" text DEFAULT 'standard' NOT NULL,
	"handling_days" integer DEFAULT 1 NOT NULL,
	"cut_off" text DEFAULT '17:00' NOT NULL,
	"working_days" integer[] DEFAULT '{1,2,3,4,5}' NOT NULL,
	"number_prefix" text DEFAULT '#' NOT NULL,
	"confirmation" text DEFAULT 'automatic' NOT NULL,
	"online_payment_minutes" integer DEFAULT 30 NOT NULL,
	"transfer_payment_days" integer DEFAULT 7 NOT NULL,
	"completion_days" integer DEFAULT 7 NOT NULL,
	"split_shipments" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "store_settings_store_id_pk" PRIMARY KEY("store_id"),
	CONSTRAINT "store_settings_confirmation" CHECK (confirmation = any ('{"automatic","manual"}'::text[])),
	CONSTRAINT "store_settings_cut_off" CHECK ("store_settings"."cut_off" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "store_settings_days" CHECK ("store_settings"."handling_days" between 0 and 60 and "store_settings"."completion_days" between 0 and 365
        and "store_settings"."online_payment_minutes" between 5 and 10080 and "store_settings"."transfer_payment_days" between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE "stores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"country" text NOT NULL,
	"brand_color" text DEFAULT '#3145b8' NOT NULL,
	"initials" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stores_locale" CHECK (locale = any ('{"en","zh-CN"}'::text[])),
	CONSTRAINT "stores_currency" CHECK ("stores"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "tax_classes" (
	"store_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tax_classes_store_id_code_pk" PRIMARY KEY("store_id","code")
);
--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"store_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"tax_class" text NOT NULL,
	"country" text NOT NULL,
	"name" text NOT NULL,
	"rate_ppm" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tax_rates_store_id_id_pk" PRIMARY KEY("store_id","id"),
	CONSTRAINT "tax_rates_rate" CHECK ("tax_rates"."rate_ppm" between 0 and 1000000),
	CONSTRAINT "tax_rates_dates" CHECK ("tax_rates"."valid_to" is null or "tax_rates"."valid_to" >= "tax_rates"."valid_from"),
	CONSTRAINT "tax_rates_country" CHECK ("tax_rates"."country" = '*' or "tax_rates"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"store_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_store_id_key_id_key_pk" PRIMARY KEY("store_id","key_id","key")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_search" ADD CONSTRAINT "product_search_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_store_id_image_id_images_store_id_id_fk" FOREIGN KEY ("store_id","image_id") REFERENCES "public"."images"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_store_id_image_id_images_store_id_id_fk" FOREIGN KEY ("store_id","image_id") REFERENCES "public"."images"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_store_id_tax_class_tax_classes_store_id_code_fk" FOREIGN KEY ("store_id","tax_class") REFERENCES "public"."tax_classes"("store_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_store_id_customer_id_customers_store_id_id_fk" FOREIGN KEY ("store_id","customer_id") REFERENCES "public"."customers"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_store_id_customer_id_customers_store_id_id_fk" FOREIGN KEY ("store_id","customer_id") REFERENCES "public"."customers"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_search" ADD CONSTRAINT "customer_search_store_id_customer_id_customers_store_id_id_fk" FOREIGN KEY ("store_id","customer_id") REFERENCES "public"."customers"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_personal" ADD CONSTRAINT "event_personal_store_id_event_id_events_store_id_id_fk" FOREIGN KEY ("store_id","event_id") REFERENCES "public"."events"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_cursors" ADD CONSTRAINT "relay_cursors_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_documents" ADD CONSTRAINT "import_documents_store_id_import_id_imports_store_id_id_fk" FOREIGN KEY ("store_id","import_id") REFERENCES "public"."imports"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_documents" ADD CONSTRAINT "import_documents_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_made" ADD CONSTRAINT "import_made_store_id_import_id_imports_store_id_id_fk" FOREIGN KEY ("store_id","import_id") REFERENCES "public"."imports"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_returns" ADD CONSTRAINT "import_returns_store_id_import_id_imports_store_id_id_fk" FOREIGN KEY ("store_id","import_id") REFERENCES "public"."imports"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_returns" ADD CONSTRAINT "import_returns_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_returns" ADD CONSTRAINT "import_returns_store_id_line_id_order_lines_store_id_id_fk" FOREIGN KEY ("store_id","line_id") REFERENCES "public"."order_lines"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_returns" ADD CONSTRAINT "import_returns_store_id_refund_id_refunds_store_id_id_fk" FOREIGN KEY ("store_id","refund_id") REFERENCES "public"."refunds"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_store_id_import_id_imports_store_id_id_fk" FOREIGN KEY ("store_id","import_id") REFERENCES "public"."imports"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_set_aside" ADD CONSTRAINT "import_set_aside_store_id_import_id_imports_store_id_id_fk" FOREIGN KEY ("store_id","import_id") REFERENCES "public"."imports"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_failures" ADD CONSTRAINT "job_failures_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_allocations" ADD CONSTRAINT "order_allocations_store_id_line_id_order_lines_store_id_id_fk" FOREIGN KEY ("store_id","line_id") REFERENCES "public"."order_lines"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_allocations" ADD CONSTRAINT "order_allocations_store_id_warehouse_id_warehouses_store_id_id_fk" FOREIGN KEY ("store_id","warehouse_id") REFERENCES "public"."warehouses"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_charges" ADD CONSTRAINT "order_charges_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_store_id_variant_id_variants_store_id_id_fk" FOREIGN KEY ("store_id","variant_id") REFERENCES "public"."variants"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_search" ADD CONSTRAINT "order_search_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_store_id_customer_id_customers_store_id_id_fk" FOREIGN KEY ("store_id","customer_id") REFERENCES "public"."customers"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_store_id_payment_id_payments_store_id_id_fk" FOREIGN KEY ("store_id","payment_id") REFERENCES "public"."payments"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_store_id_refund_id_refunds_store_id_id_fk" FOREIGN KEY ("store_id","refund_id") REFERENCES "public"."refunds"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_store_id_payment_id_payments_store_id_id_fk" FOREIGN KEY ("store_id","payment_id") REFERENCES "public"."payments"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_store_id_shipment_id_shipments_store_id_id_fk" FOREIGN KEY ("store_id","shipment_id") REFERENCES "public"."shipments"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_store_id_line_id_order_lines_store_id_id_fk" FOREIGN KEY ("store_id","line_id") REFERENCES "public"."order_lines"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_store_id_order_id_orders_store_id_id_fk" FOREIGN KEY ("store_id","order_id") REFERENCES "public"."orders"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_store_id_warehouse_id_warehouses_store_id_id_fk" FOREIGN KEY ("store_id","warehouse_id") REFERENCES "public"."warehouses"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backorders" ADD CONSTRAINT "backorders_store_id_variant_id_variants_store_id_id_fk" FOREIGN KEY ("store_id","variant_id") REFERENCES "public"."variants"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_store_id_warehouse_id_warehouses_store_id_id_fk" FOREIGN KEY ("store_id","warehouse_id") REFERENCES "public"."warehouses"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_store_id_variant_id_variants_store_id_id_fk" FOREIGN KEY ("store_id","variant_id") REFERENCES "public"."variants"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_store_id_warehouse_id_variant_id_stock_levels_store_id_warehouse_id_variant_id_fk" FOREIGN KEY ("store_id","warehouse_id","variant_id") REFERENCES "public"."stock_levels"("store_id","warehouse_id","variant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_leases" ADD CONSTRAINT "number_leases_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD CONSTRAINT "shipping_methods_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_settings" ADD CONSTRAINT "store_settings_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_classes" ADD CONSTRAINT "tax_classes_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_store_id_tax_class_tax_classes_store_id_code_fk" FOREIGN KEY ("store_id","tax_class") REFERENCES "public"."tax_classes"("store_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret" ON "api_keys" USING btree ("store_id","secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_person" ON "memberships" USING btree ("store_id","user_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_age" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "security_events_user" ON "security_events" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "security_events_at" ON "security_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email_token");--> statement-breakpoint
CREATE INDEX "product_search_product" ON "product_search" USING btree ("store_id","product_id");--> statement-breakpoint
CREATE INDEX "products_recent" ON "products" USING btree ("store_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "products_status" ON "products" USING btree ("store_id","status","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku" ON "variants" USING btree ("store_id","sku_key");--> statement-breakpoint
CREATE INDEX "variants_product" ON "variants" USING btree ("store_id","product_id","position");--> statement-breakpoint
CREATE INDEX "customer_addresses_customer" ON "customer_addresses" USING btree ("store_id","customer_id");--> statement-breakpoint
CREATE INDEX "customer_notes_customer" ON "customer_notes" USING btree ("store_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "customer_search_customer" ON "customer_search" USING btree ("store_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email" ON "customers" USING btree ("store_id","email_token");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_external" ON "customers" USING btree ("store_id","external_id");--> statement-breakpoint
CREATE INDEX "customers_recent" ON "customers" USING btree ("store_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("store_id","subject","seq");--> statement-breakpoint
CREATE INDEX "events_order" ON "events" USING btree ("store_id","xid","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "import_documents_position" ON "import_documents" USING btree ("store_id","import_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "import_documents_once" ON "import_documents" USING btree ("store_id","source","document") WHERE treatment <> 'known';--> statement-breakpoint
CREATE INDEX "import_documents_order" ON "import_documents" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE INDEX "import_returns_order" ON "import_returns" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE INDEX "import_returns_line" ON "import_returns" USING btree ("store_id","line_id");--> statement-breakpoint
CREATE INDEX "import_returns_refund" ON "import_returns" USING btree ("store_id","refund_id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_content" ON "imports" USING btree ("store_id","source","content_hash");--> statement-breakpoint
CREATE INDEX "imports_recent" ON "imports" USING btree ("store_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_failures_recent" ON "job_failures" USING btree ("store_id","failed_at");--> statement-breakpoint
CREATE INDEX "order_allocations_order" ON "order_allocations" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE INDEX "order_charges_order" ON "order_charges" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("store_id","order_id","position");--> statement-breakpoint
CREATE INDEX "order_lines_backordered" ON "order_lines" USING btree ("store_id","variant_id") WHERE backordered > 0;--> statement-breakpoint
CREATE INDEX "order_lines_variant" ON "order_lines" USING btree ("store_id","variant_id");--> statement-breakpoint
CREATE INDEX "order_notes_order" ON "order_notes" USING btree ("store_id","order_id","created_at");--> statement-breakpoint
CREATE INDEX "order_search_order" ON "order_search" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("store_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_external" ON "orders" USING btree ("store_id","channel","external_id");--> statement-breakpoint
CREATE INDEX "orders_placed" ON "orders" USING btree ("store_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_status" ON "orders" USING btree ("store_id","status","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_customer" ON "orders" USING btree ("store_id","customer_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_ship_by" ON "orders" USING btree ("store_id","ship_by_at") WHERE status in ('confirmed', 'processing');--> statement-breakpoint
CREATE INDEX "orders_open" ON "orders" USING btree ("store_id","placed_at","id") WHERE status in ('pending', 'confirmed', 'processing', 'shipped', 'delivered');--> statement-breakpoint
CREATE INDEX "orders_to_ship" ON "orders" USING btree ("store_id","placed_at","id") WHERE status in ('confirmed', 'processing');--> statement-breakpoint
CREATE INDEX "orders_unpaid" ON "orders" USING btree ("store_id","placed_at","id") WHERE payment_status in ('unpaid', 'failed', 'partially_paid', 'voided') and status not in ('draft', 'canceled');--> statement-breakpoint
CREATE INDEX "orders_drafts" ON "orders" USING btree ("store_id","created_at","id") WHERE status = 'draft';--> statement-breakpoint
CREATE INDEX "orders_complete_after" ON "orders" USING btree ("store_id","complete_after_at") WHERE status = 'delivered';--> statement-breakpoint
CREATE INDEX "orders_pay_by" ON "orders" USING btree ("store_id","pay_by_at") WHERE status = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "money_movements_once" ON "money_movements" USING btree ("store_id","provider","provider_ref","code");--> statement-breakpoint
CREATE INDEX "money_movements_order" ON "money_movements" USING btree ("store_id","order_id","id");--> statement-breakpoint
CREATE INDEX "money_movements_payment" ON "money_movements" USING btree ("store_id","payment_id");--> statement-breakpoint
CREATE INDEX "payments_order" ON "payments" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE INDEX "payments_recent" ON "payments" USING btree ("store_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_open" ON "payments" USING btree ("store_id","created_at") WHERE status in ('created', 'pending');--> statement-breakpoint
CREATE INDEX "refunds_order" ON "refunds" USING btree ("store_id","order_id");--> statement-breakpoint
CREATE INDEX "refunds_open" ON "refunds" USING btree ("store_id","requested_at") WHERE status = 'requested';--> statement-breakpoint
CREATE INDEX "shipment_lines_line" ON "shipment_lines" USING btree ("store_id","line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shipments_sequence" ON "shipments" USING btree ("store_id","order_id","sequence");--> statement-breakpoint
CREATE INDEX "stock_levels_variant" ON "stock_levels" USING btree ("store_id","variant_id");--> statement-breakpoint
CREATE INDEX "stock_movements_variant" ON "stock_movements" USING btree ("store_id","variant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "warehouses_code" ON "warehouses" USING btree ("store_id","code");--> statement-breakpoint
CREATE INDEX "shipping_methods_order" ON "shipping_methods" USING btree ("store_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "stores_slug" ON "stores" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "tax_rates_start" ON "tax_rates" USING btree ("store_id","tax_class","country","valid_from");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING brin ("created_at");