ALTER TABLE "opinions" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "internal_notes" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "internal_notes" ADD COLUMN "hash" text;--> statement-breakpoint
CREATE INDEX "opinions_of_unit" ON "opinions" USING btree ("unit","issue_id");--> statement-breakpoint
CREATE INDEX "events_handed_back" ON "issue_events" USING btree ("issue_id","unit","at","seq") WHERE move = 'handBack';--> statement-breakpoint
CREATE INDEX "urges_of_unit" ON "urges" USING btree ("unit","issue_id");