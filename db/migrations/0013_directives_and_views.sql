CREATE TABLE "directive_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directive_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"directive_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"move" text NOT NULL,
	"to_state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" bigint NOT NULL,
	"person_name" text NOT NULL,
	"role" text NOT NULL,
	"unit" text,
	"unit_name" text,
	"on_behalf_of" text,
	"mandate" text,
	"text" text,
	"due_on" date,
	"issue_ids" bigint[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "directive_events_move" CHECK ("move" in ('ask', 'explain', 'accept', 'return', 'withdraw'))
);
--> statement-breakpoint
CREATE TABLE "directives" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directives_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"state" text DEFAULT 'asked' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"unit" text NOT NULL,
	"issue_id" bigint,
	"address" text,
	"figure" integer,
	"as_of" timestamp with time zone,
	"text" text NOT NULL,
	"asked_by" bigint,
	"asked_at" timestamp with time zone NOT NULL,
	"first_due_on" date NOT NULL,
	"due_on" date NOT NULL,
	"planned_for" date,
	"remind_at" timestamp with time zone,
	CONSTRAINT "directives_state" CHECK ("state" in ('asked', 'explained', 'returned', 'accepted', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"shared_with" text DEFAULT 'nobody' NOT NULL,
	"unit" text,
	"role" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_audience" CHECK ("shared_with" in ('nobody', 'unit', 'role', 'everybody'))
);
--> statement-breakpoint
ALTER TABLE "reminders" DROP CONSTRAINT "reminders_said_once";--> statement-breakpoint
ALTER TABLE "reminders" DROP CONSTRAINT "reminders_clock";--> statement-breakpoint
ALTER TABLE "reminders" ALTER COLUMN "issue_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "directive_id" bigint;--> statement-breakpoint
ALTER TABLE "directive_events" ADD CONSTRAINT "directive_events_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "events_of_directive" ON "directive_events" USING btree ("directive_id","seq");--> statement-breakpoint
CREATE INDEX "directives_of_unit" ON "directives" USING btree ("unit","due_on","id");--> statement-breakpoint
CREATE INDEX "directives_list" ON "directives" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "directives_owing" ON "directives" USING btree ("unit","due_on") WHERE state in ('asked', 'returned');--> statement-breakpoint
CREATE INDEX "directives_of_issue" ON "directives" USING btree ("issue_id") WHERE issue_id is not null;--> statement-breakpoint
CREATE INDEX "directives_to_plan" ON "directives" USING btree ("id") WHERE state in ('asked', 'returned') and planned_for is distinct from due_on;--> statement-breakpoint
CREATE INDEX "directives_to_remind" ON "directives" USING btree ("remind_at") WHERE state in ('asked', 'returned');--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_by_name" ON "saved_views" USING btree ("person_id",lower("name"));--> statement-breakpoint
CREATE INDEX "saved_views_of_unit" ON "saved_views" USING btree ("unit") WHERE shared_with = 'unit';--> statement-breakpoint
CREATE INDEX "saved_views_of_role" ON "saved_views" USING btree ("role") WHERE shared_with = 'role';--> statement-breakpoint
CREATE INDEX "saved_views_of_all" ON "saved_views" USING btree ("id") WHERE shared_with = 'everybody';--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_said_once" UNIQUE NULLS NOT DISTINCT("deadline_id","commitment_id","directive_id","stage","due_at");--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_clock" CHECK ("clock" in ('accept', 'answer', 'opinion', 'approval', 'commitment', 'enterprise', 'forward', 'directive'));--> statement-breakpoint
SELECT public.make_append_only('public.directive_events');
