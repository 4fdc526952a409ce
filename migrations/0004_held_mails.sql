ALTER TABLE "mail" ADD COLUMN "writer" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "lang" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "written_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "cause" uuid;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_waiting" ON "mail" USING btree ("territory_id","cause","to") WHERE "mail"."due_at" is not null;