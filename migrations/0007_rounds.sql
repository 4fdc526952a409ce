CREATE TABLE "round" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"about" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"closes_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"undo_minutes" integer NOT NULL,
	CONSTRAINT "round_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_link" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"object_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"asked_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"passed_from" uuid,
	"passed_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "round_link_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "round_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_secret" (
	"territory_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"link_id" uuid NOT NULL,
	CONSTRAINT "round_secret_territory_id_digest_pk" PRIMARY KEY("territory_id","digest")
);
--> statement-breakpoint
ALTER TABLE "round_secret" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_link" ADD CONSTRAINT "round_link_territory_id_round_id_round_territory_id_id_fk" FOREIGN KEY ("territory_id","round_id") REFERENCES "public"."round"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_secret" ADD CONSTRAINT "round_secret_territory_id_link_id_round_link_territory_id_id_fk" FOREIGN KEY ("territory_id","link_id") REFERENCES "public"."round_link"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_link_round" ON "round_link" USING btree ("territory_id","round_id");--> statement-breakpoint
CREATE INDEX "round_secret_link" ON "round_secret" USING btree ("territory_id","link_id");--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "round" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("round"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("round"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "round_link" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("round_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("round_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "round_secret" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("round_secret"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("round_secret"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
-- A link had a row a mail: they are one link with a secret a mail, and each of them still opens what it opened.
INSERT INTO "round" ("territory_id", "id", "kind", "name", "about", "started_at", "started_by", "closes_on", "ended_at", "undo_minutes")
SELECT "territory_id", "id", 'directory.upkeep', "name", jsonb_build_object('kinds', "kinds", 'communes', "communes"), "started_at", "started_by", "closes_on", "ended_at", 0
FROM "campaign";--> statement-breakpoint
INSERT INTO "round" ("territory_id", "id", "kind", "name", "about", "started_at", "started_by", "closes_on", "undo_minutes")
SELECT "territory_id", gen_random_uuid(), 'directory.upkeep', 'Sans campagne', '{"kinds": [], "communes": []}', min("sent_at"), '', (max("expires_at") - interval '30 days')::date, 0
FROM "keeper_link" WHERE "campaign_id" IS NULL GROUP BY "territory_id";--> statement-breakpoint
CREATE TEMPORARY TABLE "carried" ON COMMIT DROP AS
SELECT l.*, coalesce(l."campaign_id", r."id") AS round_id,
  first_value(l."id") OVER (PARTITION BY l."territory_id", coalesce(l."campaign_id", r."id"), l."service_id", lower(l."email") ORDER BY l."sent_at" DESC, l."id" DESC) AS link_id
FROM "keeper_link" l
LEFT JOIN "round" r ON l."campaign_id" IS NULL AND r."territory_id" = l."territory_id" AND r."started_by" = '' AND r."name" = 'Sans campagne';--> statement-breakpoint
INSERT INTO "round_link" ("territory_id", "id", "round_id", "object_id", "email", "asked_at", "reminded_at", "expires_at", "revoked_at", "answered_at", "answer")
SELECT "territory_id", "link_id", "round_id", "service_id", lower("email"), min("sent_at"), CASE WHEN count(*) > 1 THEN max("sent_at") END, max("expires_at"),
  CASE WHEN bool_and("revoked_at" IS NOT NULL) THEN max("revoked_at") END, max("answered_at"),
  CASE WHEN bool_or("answer" = 'confirmed') THEN 'confirmed' WHEN bool_or("answer" = 'corrected') THEN 'corrected' END
FROM "carried" GROUP BY "territory_id", "link_id", "round_id", "service_id", lower("email");--> statement-breakpoint
-- Of a link that opens, a mail that was taken back opens nothing more.
INSERT INTO "round_secret" ("territory_id", "digest", "link_id")
SELECT c."territory_id", c."digest", c."link_id" FROM "carried" c
JOIN "round_link" l ON l."territory_id" = c."territory_id" AND l."id" = c."link_id"
WHERE c."revoked_at" IS NULL OR l."revoked_at" IS NOT NULL;--> statement-breakpoint
DROP POLICY "own_territory_only" ON "campaign" CASCADE;--> statement-breakpoint
DROP TABLE "campaign" CASCADE;--> statement-breakpoint
DROP POLICY "own_territory_only" ON "keeper_link" CASCADE;--> statement-breakpoint
DROP TABLE "keeper_link" CASCADE;