CREATE TABLE "conclusion_task_issues" (
	"task_id" bigint NOT NULL,
	"issue_id" bigint NOT NULL,
	CONSTRAINT "conclusion_task_issues_task_id_issue_id_pk" PRIMARY KEY("task_id","issue_id")
);
--> statement-breakpoint
CREATE TABLE "conclusion_tasks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conclusion_tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conclusion_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"lead_unit" text NOT NULL,
	"coordinating_units" text[] DEFAULT '{}' NOT NULL,
	"due_on" date,
	"product" text,
	"commitment_id" bigint
);
--> statement-breakpoint
CREATE TABLE "conclusions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conclusions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conference_id" bigint NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"issuer" text NOT NULL,
	"issuer_above" text,
	"number" text,
	"place" text NOT NULL,
	"issued_on" date,
	"abstract" text NOT NULL,
	"opening" text NOT NULL,
	"conclusion" text NOT NULL,
	"authority" text,
	"signer_position" text,
	"signer_name" text,
	"recipients" text NOT NULL,
	"updated_by" bigint,
	"updated_at" timestamp with time zone NOT NULL,
	"signed_off_by" bigint,
	"signed_off_at" timestamp with time zone,
	"sha256" text,
	CONSTRAINT "conclusions_conference_id_unique" UNIQUE("conference_id"),
	CONSTRAINT "conclusions_state" CHECK ("state" in ('draft', 'signedOff'))
);
--> statement-breakpoint
CREATE TABLE "conference_series" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conference_series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conference_series_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "public_filings" (
	"issue_id" bigint PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"claimed_by" bigint,
	"claimed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "carry_over_exclusions" (
	"conference_id" bigint NOT NULL,
	"issue_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"person_id" bigint,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "carry_over_exclusions_conference_id_issue_id_pk" PRIMARY KEY("conference_id","issue_id")
);
--> statement-breakpoint
CREATE TABLE "conference_participants" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conference_participants_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conference_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"enterprise_id" bigint,
	"association_id" bigint,
	"unit" text,
	"delegate" text,
	"position" text,
	"state" text DEFAULT 'invited' NOT NULL,
	"attended" boolean,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conference_participants_kind" CHECK ("kind" in ('enterprise', 'association', 'unit', 'guest')),
	CONSTRAINT "conference_participants_state" CHECK ("state" in ('invited', 'confirmed', 'declined')),
	CONSTRAINT "conference_participants_who" CHECK (case kind when 'enterprise' then enterprise_id is not null when 'association' then association_id is not null when 'unit' then unit is not null else delegate is not null end)
);
--> statement-breakpoint
CREATE TABLE "conference_speakers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conference_speakers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conference_id" bigint NOT NULL,
	"enterprise_id" bigint,
	"name" text NOT NULL,
	"place" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"called_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "conference_speakers_state" CHECK ("state" in ('waiting', 'speaking', 'spoken', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "publication_batches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publication_batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conference_id" bigint,
	"published_by" bigint,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"drafted_by" bigint,
	"drafted_at" timestamp with time zone NOT NULL,
	"approved_by" bigint,
	"approved_at" timestamp with time zone,
	"batch_id" bigint,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_because" text,
	CONSTRAINT "publications_state" CHECK ("state" in ('draft', 'approved', 'published', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "comments" DROP CONSTRAINT "comments_channel";--> statement-breakpoint
ALTER TABLE "deadline_changes" DROP CONSTRAINT "deadline_changes_reason";--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "said_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "passage" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "said_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "series_id" bigint;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "theme" text;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "collect_until" date;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "answers_due_on" date;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "public_form_key" text;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "names_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "minute_taker" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text DEFAULT 'annex' NOT NULL;--> statement-breakpoint
ALTER TABLE "conclusion_task_issues" ADD CONSTRAINT "conclusion_task_issues_task_id_conclusion_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."conclusion_tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_task_issues" ADD CONSTRAINT "conclusion_task_issues_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_tasks" ADD CONSTRAINT "conclusion_tasks_conclusion_id_conclusions_id_fk" FOREIGN KEY ("conclusion_id") REFERENCES "public"."conclusions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_tasks" ADD CONSTRAINT "conclusion_tasks_lead_unit_units_code_fk" FOREIGN KEY ("lead_unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "conclusion_tasks" ADD CONSTRAINT "conclusion_tasks_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusions" ADD CONSTRAINT "conclusions_signed_off_by_people_id_fk" FOREIGN KEY ("signed_off_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_filings" ADD CONSTRAINT "public_filings_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_filings" ADD CONSTRAINT "public_filings_claimed_by_people_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over_exclusions" ADD CONSTRAINT "carry_over_exclusions_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over_exclusions" ADD CONSTRAINT "carry_over_exclusions_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over_exclusions" ADD CONSTRAINT "carry_over_exclusions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_participants" ADD CONSTRAINT "conference_participants_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_participants" ADD CONSTRAINT "conference_participants_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_participants" ADD CONSTRAINT "conference_participants_association_id_associations_id_fk" FOREIGN KEY ("association_id") REFERENCES "public"."associations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_participants" ADD CONSTRAINT "conference_participants_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "conference_speakers" ADD CONSTRAINT "conference_speakers_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_speakers" ADD CONSTRAINT "conference_speakers_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_batches" ADD CONSTRAINT "publication_batches_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_batches" ADD CONSTRAINT "publication_batches_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_drafted_by_people_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_batch_id_publication_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."publication_batches"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tasks_of_issue" ON "conclusion_task_issues" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "conclusion_tasks_list" ON "conclusion_tasks" USING btree ("conclusion_id","number");--> statement-breakpoint
CREATE INDEX "conclusion_tasks_of_unit" ON "conclusion_tasks" USING btree ("lead_unit","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "conclusion_tasks_promise" ON "conclusion_tasks" USING btree ("conclusion_id","commitment_id") WHERE commitment_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "conference_participants_enterprise" ON "conference_participants" USING btree ("conference_id","enterprise_id") WHERE enterprise_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "conference_participants_association" ON "conference_participants" USING btree ("conference_id","association_id") WHERE association_id is not null;--> statement-breakpoint
CREATE INDEX "conference_participants_list" ON "conference_participants" USING btree ("conference_id","kind","id");--> statement-breakpoint
CREATE INDEX "conference_speakers_queue" ON "conference_speakers" USING btree ("conference_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "conference_speakers_one" ON "conference_speakers" USING btree ("conference_id") WHERE state = 'speaking';--> statement-breakpoint
CREATE UNIQUE INDEX "publications_of_issue" ON "publications" USING btree ("issue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_public" ON "publications" USING btree ("issue_id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "publications_latest" ON "publications" USING btree ("published_at","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "publications_of_batch" ON "publications" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
ALTER TABLE "conferences" ADD CONSTRAINT "conferences_series_id_conference_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."conference_series"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conferences_of_series" ON "conferences" USING btree ("series_id","held_on");--> statement-breakpoint
ALTER TABLE "conferences" ADD CONSTRAINT "conferences_public_form_key_unique" UNIQUE("public_form_key");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_channel" CHECK ("channel" in ('annex', 'form', 'api', 'hall', 'publicForm', 'minutes'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind" CHECK ("kind" in ('annex', 'minutes'));--> statement-breakpoint
ALTER TABLE "deadline_changes" ADD CONSTRAINT "deadline_changes_reason" CHECK ("reason" in ('calendar', 'policy', 'class', 'pause', 'extension', 'conclusion'));