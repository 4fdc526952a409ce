CREATE TABLE "import_draft" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target_id" uuid,
	"file_id" uuid NOT NULL,
	"format" text,
	"reading" text,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"mapping" jsonb,
	"decisions" jsonb,
	"result" jsonb,
	"written_after" bigint,
	"written_to" bigint,
	CONSTRAINT "import_draft_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "import_draft" ("territory_id", "id", "kind", "target_id", "file_id", "state", "started_at", "started_by", "mapping", "decisions", "result")
SELECT "territory_id", "id", 'plan', "convention_id", "file_id",
  CASE WHEN "state" <> 'draft' THEN "state" WHEN "mapping" IS NULL THEN 'uploaded' ELSE 'mapped' END,
  "started_at", "started_by", "mapping", "decisions", "result" FROM "plan_import";--> statement-breakpoint
INSERT INTO "import_draft" ("territory_id", "id", "kind", "file_id", "format", "state", "started_at", "started_by", "mapping", "result")
SELECT "territory_id", "id", 'directory', "file_id", nullif("format", 'table'),
  CASE WHEN "state" <> 'draft' THEN "state" WHEN "mapping" IS NULL THEN 'uploaded' ELSE 'mapped' END,
  "started_at", "started_by", "mapping", "result" FROM "directory_import";--> statement-breakpoint
DROP TABLE "directory_import" CASCADE;--> statement-breakpoint
DROP TABLE "plan_import" CASCADE;--> statement-breakpoint
ALTER TABLE "import_memory" ADD COLUMN "kind" text NOT NULL DEFAULT 'plan';--> statement-breakpoint
ALTER TABLE "import_memory" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "import_memory" ALTER COLUMN "memory" TYPE jsonb USING jsonb_build_object('headings', "memory" -> 'headings', 'names', "memory" -> 'organisations');--> statement-breakpoint
ALTER TABLE "import_memory" DROP CONSTRAINT "import_memory_territory_id_pk";--> statement-breakpoint
ALTER TABLE "import_memory" ADD CONSTRAINT "import_memory_territory_id_kind_pk" PRIMARY KEY("territory_id","kind");--> statement-breakpoint
ALTER TABLE "import_draft" ADD CONSTRAINT "import_draft_territory_id_file_id_file_territory_id_id_fk" FOREIGN KEY ("territory_id","file_id") REFERENCES "public"."file"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_draft_state" ON "import_draft" USING btree ("territory_id","kind","state");--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "import_draft" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("import_draft"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("import_draft"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);