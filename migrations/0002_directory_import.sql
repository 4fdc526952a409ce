CREATE TABLE "directory_import" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"mapping" jsonb,
	"result" jsonb,
	CONSTRAINT "directory_import_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "directory_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_link" (
	"territory_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"object_id" uuid NOT NULL,
	"said" jsonb NOT NULL,
	"brought_by" uuid NOT NULL,
	CONSTRAINT "import_link_territory_id_kind_source_external_id_pk" PRIMARY KEY("territory_id","kind","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "import_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "directory_import" ADD CONSTRAINT "directory_import_territory_id_file_id_file_territory_id_id_fk" FOREIGN KEY ("territory_id","file_id") REFERENCES "public"."file"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directory_import_state" ON "directory_import" USING btree ("territory_id","state");--> statement-breakpoint
CREATE INDEX "import_link_brought" ON "import_link" USING btree ("territory_id","brought_by");--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "directory_import" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("directory_import"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("directory_import"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "import_link" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("import_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("import_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);