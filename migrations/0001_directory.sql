CREATE TABLE "campaign" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kinds" text[] NOT NULL,
	"communes" text[] NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"closes_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "campaign_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "campaign" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory_question" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"searched" text,
	"commune_code" text,
	"email" text,
	"state" jsonb NOT NULL,
	CONSTRAINT "directory_question_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "directory_question" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "keeper_link" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"campaign_id" uuid,
	"email" text NOT NULL,
	"digest" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "keeper_link_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "keeper_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"siret" text,
	"commune_code" text,
	"town" text,
	"postcode" text,
	"address" text,
	"complement" text,
	"latitude" double precision,
	"longitude" double precision,
	"wheelchair" text NOT NULL,
	"access_link" text,
	"description" text,
	"phone" text,
	"email" text,
	"website" text,
	"hours" text,
	"networks" text[] NOT NULL,
	"source" text,
	"external_id" text,
	"origin_link" text,
	"origin_updated_on" date,
	"provenance" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "place" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposal" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"author" jsonb NOT NULL,
	"message" text,
	"changes" jsonb NOT NULL,
	"seen" integer NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "proposal_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "proposal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"operator_id" uuid,
	"card" jsonb NOT NULL,
	"internal" jsonb NOT NULL,
	"state" jsonb NOT NULL,
	"verified_on" date,
	"updated_at" timestamp with time zone NOT NULL,
	"source" text,
	"external_id" text,
	"origin_link" text,
	"origin_updated_on" date,
	"provenance" jsonb NOT NULL,
	CONSTRAINT "service_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "service" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_action" (
	"territory_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"effect" text NOT NULL,
	CONSTRAINT "service_action_territory_id_service_id_action_id_pk" PRIMARY KEY("territory_id","service_id","action_id")
);
--> statement-breakpoint
ALTER TABLE "service_action" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_kind" (
	"territory_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	"plain_fr" text NOT NULL,
	"plain_en" text NOT NULL,
	"themes" text[] NOT NULL,
	"ages" jsonb,
	CONSTRAINT "service_kind_territory_id_key_pk" PRIMARY KEY("territory_id","key")
);
--> statement-breakpoint
ALTER TABLE "service_kind" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_supporter" (
	"territory_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "service_supporter_territory_id_service_id_organisation_id_pk" PRIMARY KEY("territory_id","service_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "service_supporter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "synonym" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"words" text NOT NULL,
	"means" text NOT NULL,
	CONSTRAINT "synonym_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "synonym" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "keeper_link" ADD CONSTRAINT "keeper_link_territory_id_service_id_service_territory_id_id_fk" FOREIGN KEY ("territory_id","service_id") REFERENCES "public"."service"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keeper_link" ADD CONSTRAINT "keeper_link_territory_id_campaign_id_campaign_territory_id_id_fk" FOREIGN KEY ("territory_id","campaign_id") REFERENCES "public"."campaign"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_territory_id_organisation_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","organisation_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_territory_id_service_id_service_territory_id_id_fk" FOREIGN KEY ("territory_id","service_id") REFERENCES "public"."service"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_territory_id_place_id_place_territory_id_id_fk" FOREIGN KEY ("territory_id","place_id") REFERENCES "public"."place"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_territory_id_operator_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","operator_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_action" ADD CONSTRAINT "service_action_territory_id_service_id_service_territory_id_id_fk" FOREIGN KEY ("territory_id","service_id") REFERENCES "public"."service"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_action" ADD CONSTRAINT "service_action_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_supporter" ADD CONSTRAINT "service_supporter_territory_id_service_id_service_territory_id_id_fk" FOREIGN KEY ("territory_id","service_id") REFERENCES "public"."service"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_supporter" ADD CONSTRAINT "service_supporter_territory_id_organisation_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","organisation_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "keeper_link_digest" ON "keeper_link" USING btree ("territory_id","digest");--> statement-breakpoint
CREATE INDEX "keeper_link_campaign" ON "keeper_link" USING btree ("territory_id","campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "place_origin" ON "place" USING btree ("territory_id","source","external_id");--> statement-breakpoint
CREATE INDEX "proposal_service" ON "proposal" USING btree ("territory_id","service_id");--> statement-breakpoint
CREATE INDEX "service_place" ON "service" USING btree ("territory_id","place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_origin" ON "service" USING btree ("territory_id","source","external_id");--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "campaign" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("campaign"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("campaign"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "directory_question" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("directory_question"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("directory_question"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "keeper_link" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("keeper_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("keeper_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "place" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("place"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("place"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "proposal" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("proposal"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("proposal"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "service" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("service"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("service"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "service_action" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("service_action"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("service_action"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "service_kind" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("service_kind"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("service_kind"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "service_supporter" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("service_supporter"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("service_supporter"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "synonym" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("synonym"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("synonym"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);