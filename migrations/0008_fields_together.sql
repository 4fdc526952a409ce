ALTER TABLE "convention" ADD COLUMN "more" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "action" ADD COLUMN "more" jsonb DEFAULT '{}'::jsonb NOT NULL;