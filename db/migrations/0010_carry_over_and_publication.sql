ALTER TABLE "publications" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (public.search_vi(question || ' ' || answer)) STORED;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "withdrawn_by" bigint;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "issues_of_series" ON "issues" USING btree ("conference_id","state","enterprise_id","track","id","updated_at") WHERE annulled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_in_work" ON "publications" USING btree ("issue_id") WHERE state in ('draft', 'approved');--> statement-breakpoint
CREATE INDEX "publications_search" ON "publications" USING gin ("search") WHERE state = 'published';