CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE TABLE "amendment" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"convention_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"reason" text,
	"signed_on" date,
	"snapshot_id" uuid,
	CONSTRAINT "amendment_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "amendment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "competence" (
	"territory_id" uuid NOT NULL,
	"convention_id" uuid NOT NULL,
	"theme" text NOT NULL,
	"holder" text NOT NULL,
	"note" text,
	CONSTRAINT "competence_territory_id_convention_id_theme_holder_pk" PRIMARY KEY("territory_id","convention_id","theme","holder")
);
--> statement-breakpoint
ALTER TABLE "competence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "convention" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"state" text NOT NULL,
	"provenance" jsonb NOT NULL,
	"predecessor_id" uuid,
	"title" text NOT NULL,
	"framework_id" uuid,
	"sources" jsonb NOT NULL,
	"period_start" text,
	"period_end" text,
	"plan_validated_on" text,
	"signed_on" date,
	"signing_note" text,
	"themes" jsonb NOT NULL,
	"visas" text,
	"preamble" text,
	"purpose" text,
	"caf_scope" text,
	"cooperation" text,
	"data_exchange" text,
	"communication" text,
	"evaluation" text,
	"ending" text,
	"recourse" text,
	"confidentiality" text,
	"reviewed_on" text,
	"review_summary" text,
	CONSTRAINT "convention_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "convention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "framework" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_territory_id" uuid NOT NULL,
	"name" text NOT NULL,
	"departement_code" text NOT NULL,
	"signed_in" text,
	"source" text NOT NULL,
	CONSTRAINT "framework_owned" UNIQUE("id","owner_territory_id")
);
--> statement-breakpoint
ALTER TABLE "framework" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "framework_axis" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"owner_territory_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "framework_axis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "party" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"convention_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"representative" text,
	"representative_function" text,
	"deliberation_number" text,
	"deliberation_date" date,
	"deliberation_file_id" uuid,
	"commitments" text,
	"signed_on" date,
	CONSTRAINT "party_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "party" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "snapshot" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"convention_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "snapshot_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "snapshot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "action_import" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"import_key" text NOT NULL,
	"imported" jsonb NOT NULL,
	"note_id" uuid,
	"brought_by" uuid NOT NULL,
	CONSTRAINT "action_import_territory_id_action_id_pk" PRIMARY KEY("territory_id","action_id")
);
--> statement-breakpoint
ALTER TABLE "action_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_memory" (
	"territory_id" uuid NOT NULL,
	"memory" jsonb NOT NULL,
	CONSTRAINT "import_memory_territory_id_pk" PRIMARY KEY("territory_id")
);
--> statement-breakpoint
ALTER TABLE "import_memory" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_import" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"convention_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"mapping" jsonb,
	"decisions" jsonb NOT NULL,
	"result" jsonb,
	CONSTRAINT "plan_import_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "action" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"convention_id" uuid NOT NULL,
	"provenance" jsonb NOT NULL,
	"last_news_at" timestamp with time zone NOT NULL,
	"validated_at" timestamp with time zone,
	"validated_by" text,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"axis_id" uuid NOT NULL,
	"objective_id" uuid,
	"themes" text[] NOT NULL,
	"novelty" text,
	"other_contracts" text,
	"confidentiality" text NOT NULL,
	"findings" text,
	"stake" text,
	"residents_word" text,
	"goals" text,
	"description" text,
	"audiences" text[] NOT NULL,
	"communes" text[] NOT NULL,
	"expected_results" text,
	"lead_id" uuid,
	"lead_person" text,
	"elected_sponsor" text,
	"caf_referent" text,
	"participation" text NOT NULL,
	"start_day" date,
	"end_day" date,
	"recurrence" text,
	"staff" double precision,
	"tax_base" text NOT NULL,
	"total_cost" bigint,
	"status" text NOT NULL,
	"reason" text,
	"unblocked_by" text,
	"strengths" text,
	"obstacles" text,
	"levers" text,
	"next_step" text,
	CONSTRAINT "action_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "action" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "action_file" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"confidentiality" text NOT NULL,
	CONSTRAINT "action_file_territory_id_action_id_file_id_pk" PRIMARY KEY("territory_id","action_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "action_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "action_link" (
	"territory_id" uuid NOT NULL,
	"from_action" uuid NOT NULL,
	"to_action" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "action_link_territory_id_from_action_to_action_kind_pk" PRIMARY KEY("territory_id","from_action","to_action","kind")
);
--> statement-breakpoint
ALTER TABLE "action_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "action_partner" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "action_partner_territory_id_action_id_position_pk" PRIMARY KEY("territory_id","action_id","position")
);
--> statement-breakpoint
ALTER TABLE "action_partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "axis" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"convention_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"plain_words" text,
	"framework_axis_id" uuid,
	CONSTRAINT "axis_territory_id_id_pk" PRIMARY KEY("territory_id","id"),
	CONSTRAINT "axis_of_convention" UNIQUE("territory_id","convention_id","id")
);
--> statement-breakpoint
ALTER TABLE "axis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "funding_line" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"year" integer NOT NULL,
	"funder_id" uuid,
	"nature" text NOT NULL,
	"planned" bigint,
	"notified" bigint,
	"paid" bigint,
	CONSTRAINT "funding_line_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "funding_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"unit" text,
	"baseline" double precision,
	"target" double precision,
	"source" text,
	"frequency" text,
	"owner" text,
	CONSTRAINT "measure_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "measure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure_result" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"day" date NOT NULL,
	"value" double precision NOT NULL,
	CONSTRAINT "measure_result_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "measure_result" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestone" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"due" date,
	"done_on" date,
	CONSTRAINT "milestone_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note" (
	"territory_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"confidentiality" text NOT NULL,
	"author_person" uuid,
	"author_name" text NOT NULL,
	"author_organisation_id" uuid,
	CONSTRAINT "note_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "objective" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"axis_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "objective_territory_id_id_pk" PRIMARY KEY("territory_id","id"),
	CONSTRAINT "objective_of_axis" UNIQUE("territory_id","axis_id","id")
);
--> statement-breakpoint
ALTER TABLE "objective" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_view" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	CONSTRAINT "saved_view_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "file_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event" (
	"territory_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"verb" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"object_label" text NOT NULL,
	"block" text,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "event_territory_id_seq_pk" PRIMARY KEY("territory_id","seq")
);
--> statement-breakpoint
ALTER TABLE "event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."link_request" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."operator" (
	"email" text PRIMARY KEY NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone,
	"aaguid" text,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "identity"."mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "identity"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "identity"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "mail_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commune" (
	"territory_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"population" integer,
	"vintage" text NOT NULL,
	CONSTRAINT "commune_territory_id_code_pk" PRIMARY KEY("territory_id","code")
);
--> statement-breakpoint
ALTER TABLE "commune" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"membership" jsonb NOT NULL,
	"invited_by" jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitation_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mandate" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"function" text NOT NULL,
	"from" date,
	"to" date,
	CONSTRAINT "mandate_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "mandate" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"commune_code" text,
	"email" text,
	"phone" text,
	"provenance" jsonb NOT NULL,
	CONSTRAINT "organisation_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"territory_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"provenance" jsonb NOT NULL,
	"membership" jsonb,
	CONSTRAINT "person_territory_id_id_pk" PRIMARY KEY("territory_id","id")
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "territory" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"siren" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"departement_code" text NOT NULL,
	"departement_name" text NOT NULL,
	"region_code" text NOT NULL,
	"region_name" text NOT NULL,
	"accent_hue" integer,
	CONSTRAINT "territory_siren_unique" UNIQUE("siren"),
	CONSTRAINT "territory_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "territory" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "theme" (
	"territory_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "theme_territory_id_key_pk" PRIMARY KEY("territory_id","key")
);
--> statement-breakpoint
ALTER TABLE "theme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_territory_id_convention_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","convention_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_territory_id_snapshot_id_snapshot_territory_id_id_fk" FOREIGN KEY ("territory_id","snapshot_id") REFERENCES "public"."snapshot"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence" ADD CONSTRAINT "competence_territory_id_convention_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","convention_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence" ADD CONSTRAINT "competence_territory_id_theme_theme_territory_id_key_fk" FOREIGN KEY ("territory_id","theme") REFERENCES "public"."theme"("territory_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "convention" ADD CONSTRAINT "convention_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "convention" ADD CONSTRAINT "convention_territory_id_predecessor_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","predecessor_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_axis" ADD CONSTRAINT "framework_axis_framework_id_owner_territory_id_framework_id_owner_territory_id_fk" FOREIGN KEY ("framework_id","owner_territory_id") REFERENCES "public"."framework"("id","owner_territory_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_territory_id_convention_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","convention_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_territory_id_organisation_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","organisation_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_territory_id_deliberation_file_id_file_territory_id_id_fk" FOREIGN KEY ("territory_id","deliberation_file_id") REFERENCES "public"."file"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_territory_id_convention_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","convention_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_import" ADD CONSTRAINT "action_import_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_territory_id_convention_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","convention_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_territory_id_file_id_file_territory_id_id_fk" FOREIGN KEY ("territory_id","file_id") REFERENCES "public"."file"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_territory_id_convention_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","convention_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_territory_id_convention_id_axis_id_axis_territory_id_convention_id_id_fk" FOREIGN KEY ("territory_id","convention_id","axis_id") REFERENCES "public"."axis"("territory_id","convention_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_territory_id_axis_id_objective_id_objective_territory_id_axis_id_id_fk" FOREIGN KEY ("territory_id","axis_id","objective_id") REFERENCES "public"."objective"("territory_id","axis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_territory_id_lead_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","lead_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_file" ADD CONSTRAINT "action_file_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_file" ADD CONSTRAINT "action_file_territory_id_file_id_file_territory_id_id_fk" FOREIGN KEY ("territory_id","file_id") REFERENCES "public"."file"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_link" ADD CONSTRAINT "action_link_territory_id_from_action_action_territory_id_id_fk" FOREIGN KEY ("territory_id","from_action") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_link" ADD CONSTRAINT "action_link_territory_id_to_action_action_territory_id_id_fk" FOREIGN KEY ("territory_id","to_action") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_partner" ADD CONSTRAINT "action_partner_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_partner" ADD CONSTRAINT "action_partner_territory_id_organisation_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","organisation_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "axis" ADD CONSTRAINT "axis_framework_axis_id_framework_axis_id_fk" FOREIGN KEY ("framework_axis_id") REFERENCES "public"."framework_axis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "axis" ADD CONSTRAINT "axis_territory_id_convention_id_convention_territory_id_id_fk" FOREIGN KEY ("territory_id","convention_id") REFERENCES "public"."convention"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_line" ADD CONSTRAINT "funding_line_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_line" ADD CONSTRAINT "funding_line_territory_id_funder_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","funder_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_result" ADD CONSTRAINT "measure_result_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_result" ADD CONSTRAINT "measure_result_territory_id_measure_id_measure_territory_id_id_fk" FOREIGN KEY ("territory_id","measure_id") REFERENCES "public"."measure"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_territory_id_action_id_action_territory_id_id_fk" FOREIGN KEY ("territory_id","action_id") REFERENCES "public"."action"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_territory_id_author_organisation_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","author_organisation_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective" ADD CONSTRAINT "objective_territory_id_axis_id_axis_territory_id_id_fk" FOREIGN KEY ("territory_id","axis_id") REFERENCES "public"."axis"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_territory_id_person_id_person_territory_id_id_fk" FOREIGN KEY ("territory_id","person_id") REFERENCES "public"."person"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_territory_id_person_id_person_territory_id_id_fk" FOREIGN KEY ("territory_id","person_id") REFERENCES "public"."person"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_territory_id_person_id_person_territory_id_id_fk" FOREIGN KEY ("territory_id","person_id") REFERENCES "public"."person"("territory_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_territory_id_organisation_id_organisation_territory_id_id_fk" FOREIGN KEY ("territory_id","organisation_id") REFERENCES "public"."organisation"("territory_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_territory_id_commune_code_commune_territory_id_code_fk" FOREIGN KEY ("territory_id","commune_code") REFERENCES "public"."commune"("territory_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "amendment_number" ON "amendment" USING btree ("territory_id","convention_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "convention_successor" ON "convention" USING btree ("territory_id","predecessor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_axis_number" ON "framework_axis" USING btree ("framework_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "party_once" ON "party" USING btree ("territory_id","convention_id","organisation_id");--> statement-breakpoint
CREATE INDEX "snapshot_convention" ON "snapshot" USING btree ("territory_id","convention_id","taken_at");--> statement-breakpoint
CREATE INDEX "plan_import_state" ON "plan_import" USING btree ("territory_id","state");--> statement-breakpoint
CREATE INDEX "action_convention" ON "action" USING btree ("territory_id","convention_id");--> statement-breakpoint
CREATE INDEX "action_link_to" ON "action_link" USING btree ("territory_id","to_action");--> statement-breakpoint
CREATE INDEX "funding_line_action" ON "funding_line" USING btree ("territory_id","action_id");--> statement-breakpoint
CREATE INDEX "measure_action" ON "measure" USING btree ("territory_id","action_id");--> statement-breakpoint
CREATE INDEX "measure_result_action" ON "measure_result" USING btree ("territory_id","action_id");--> statement-breakpoint
CREATE INDEX "milestone_action" ON "milestone" USING btree ("territory_id","action_id");--> statement-breakpoint
CREATE INDEX "note_action" ON "note" USING btree ("territory_id","action_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("territory_id","person_id","name");--> statement-breakpoint
CREATE INDEX "event_object" ON "event" USING btree ("territory_id","object_kind","object_id","seq");--> statement-breakpoint
CREATE INDEX "account_user" ON "identity"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_provider" ON "identity"."account" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "link_request_key" ON "identity"."link_request" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "passkey_user" ON "identity"."passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "identity"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_mail_due" ON "identity"."mail" USING btree ("due_at") WHERE "identity"."mail"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "identity"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("due_at") WHERE "mail"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "invitation_email" ON "invitation" USING btree ("territory_id","email");--> statement-breakpoint
CREATE INDEX "mandate_person" ON "mandate" USING btree ("territory_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_name" ON "organisation" USING btree ("territory_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("territory_id","email");--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "amendment" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("amendment"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("amendment"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "competence" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("competence"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("competence"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "convention" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("convention"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("convention"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seen_by_all" ON "framework" AS PERMISSIVE FOR SELECT TO "maillage_app" USING (true);--> statement-breakpoint
CREATE POLICY "inserted_by_owner" ON "framework" AS PERMISSIVE FOR INSERT TO "maillage_app" WITH CHECK ("framework"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "changed_by_owner" ON "framework" AS PERMISSIVE FOR UPDATE TO "maillage_app" USING ("framework"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("framework"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "deleted_by_owner" ON "framework" AS PERMISSIVE FOR DELETE TO "maillage_app" USING ("framework"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seen_by_all" ON "framework_axis" AS PERMISSIVE FOR SELECT TO "maillage_app" USING (true);--> statement-breakpoint
CREATE POLICY "inserted_by_owner" ON "framework_axis" AS PERMISSIVE FOR INSERT TO "maillage_app" WITH CHECK ("framework_axis"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "changed_by_owner" ON "framework_axis" AS PERMISSIVE FOR UPDATE TO "maillage_app" USING ("framework_axis"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("framework_axis"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "deleted_by_owner" ON "framework_axis" AS PERMISSIVE FOR DELETE TO "maillage_app" USING ("framework_axis"."owner_territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "party" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("party"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("party"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "snapshot" AS PERMISSIVE FOR SELECT TO "maillage_app" USING ("snapshot"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "written_once" ON "snapshot" AS PERMISSIVE FOR INSERT TO "maillage_app" WITH CHECK ("snapshot"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "action_import" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("action_import"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("action_import"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "import_memory" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("import_memory"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("import_memory"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "plan_import" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("plan_import"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("plan_import"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "action" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("action"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("action"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "action_file" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("action_file"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("action_file"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "action_link" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("action_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("action_link"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "action_partner" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("action_partner"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("action_partner"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "axis" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("axis"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("axis"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "funding_line" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("funding_line"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("funding_line"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "measure" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("measure"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("measure"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "measure_result" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("measure_result"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("measure_result"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "milestone" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("milestone"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("milestone"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "note" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("note"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("note"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "objective" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("objective"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("objective"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "saved_view" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("saved_view"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("saved_view"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "file" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("file"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("file"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "event" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("event"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("event"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "mail" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("mail"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("mail"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "commune" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("commune"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("commune"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "invitation" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("invitation"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("invitation"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "mandate" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("mandate"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("mandate"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "organisation" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("organisation"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("organisation"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "person" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("person"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("person"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "seen_by_all" ON "territory" AS PERMISSIVE FOR SELECT TO "maillage_app" USING (true);--> statement-breakpoint
CREATE POLICY "inserted_from_inside" ON "territory" AS PERMISSIVE FOR INSERT TO "maillage_app" WITH CHECK ("territory"."id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "changed_from_inside" ON "territory" AS PERMISSIVE FOR UPDATE TO "maillage_app" USING ("territory"."id" = nullif(current_setting('maillage.territory', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_territory_only" ON "theme" AS PERMISSIVE FOR ALL TO "maillage_app" USING ("theme"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid) WITH CHECK ("theme"."territory_id" = nullif(current_setting('maillage.territory', true), '')::uuid);