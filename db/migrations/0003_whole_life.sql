CREATE TABLE "cluster_members" (
	"issue_id" bigint PRIMARY KEY NOT NULL,
	"cluster_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cluster_refusals" (
	"issue_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	"refused_by" bigint,
	"refused_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cluster_refusals_issue_id_other_id_pk" PRIMARY KEY("issue_id","other_id"),
	CONSTRAINT "cluster_refusals_in_order" CHECK (issue_id < other_id)
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "clusters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone NOT NULL,
	"created_by" bigint
);
--> statement-breakpoint
CREATE TABLE "issue_passages" (
	"issue_id" bigint NOT NULL,
	"from_char" integer NOT NULL,
	"to_char" integer NOT NULL,
	CONSTRAINT "issue_passages_issue_id_from_char_pk" PRIMARY KEY("issue_id","from_char"),
	CONSTRAINT "issue_passages_in_order" CHECK (from_char < to_char)
);
--> statement-breakpoint
CREATE TABLE "calendar_addresses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_addresses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hash" text NOT NULL,
	"person_id" bigint NOT NULL,
	"membership_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_addresses_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "commitment_slips" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "commitment_slips_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"commitment_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text NOT NULL,
	"asked_by" bigint,
	"asked_role" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	CONSTRAINT "commitment_slips_state" CHECK ("state" in ('asked', 'granted', 'declined', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "calendar_proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"file" text NOT NULL,
	"proposed_by" bigint,
	"proposed_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_sign_offs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_sign_offs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"year" integer NOT NULL,
	"signed_by" bigint,
	"signed_by_name" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_by_name" text
);
--> statement-breakpoint
CREATE TABLE "deadline_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deadline_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deadline_id" bigint NOT NULL,
	"old_due_at" timestamp with time zone NOT NULL,
	"new_due_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"admin_event_id" bigint,
	"event_seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "deadline_changes_reason" CHECK ("reason" in ('calendar', 'policy', 'class', 'pause', 'extension'))
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delegations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"membership_id" bigint NOT NULL,
	"to_person_id" bigint NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"reason" text NOT NULL,
	"created_by" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"deadline_id" bigint,
	"commitment_id" bigint,
	"clock" text NOT NULL,
	"stage" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_said_once" UNIQUE NULLS NOT DISTINCT("deadline_id","commitment_id","stage","due_at"),
	CONSTRAINT "reminders_clock" CHECK ("clock" in ('accept', 'answer', 'opinion', 'approval', 'commitment', 'enterprise', 'forward')),
	CONSTRAINT "reminders_stage" CHECK ("stage" in ('half', 'dayBefore', 'due', 'late3', 'late10'))
);
--> statement-breakpoint
CREATE TABLE "urges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "urges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"unit" text NOT NULL,
	"urged_by" bigint,
	"at" timestamp with time zone NOT NULL,
	"on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verdict_links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "verdict_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hash" text NOT NULL,
	"issue_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"membership_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_for" text,
	CONSTRAINT "verdict_links_hash_unique" UNIQUE("hash"),
	CONSTRAINT "verdict_links_used_for" CHECK ("used_for" in ('confirmSolved', 'dispute'))
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "verdicts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"solved" boolean NOT NULL,
	"satisfied" boolean NOT NULL,
	"reason" text,
	"note" text,
	"person_id" bigint,
	"through" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "verdicts_reason" CHECK ("reason" in ('explainsOnly', 'needsLawChange', 'notCarriedOut', 'wrongFacts', 'tooLate', 'other'))
);
--> statement-breakpoint
CREATE TABLE "answer_templates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answer_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_code" text,
	"topic_code" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"citations" text[] DEFAULT '{}' NOT NULL,
	"in_use" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "internal_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "internal_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"text" text NOT NULL,
	"author_id" bigint NOT NULL,
	"author_name" text NOT NULL,
	"role" text NOT NULL,
	"unit" text,
	"unit_name" text,
	"on_behalf_of" text,
	"shared" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "internal_notes_role" CHECK ("role" in ('enterprise', 'association', 'secretary', 'coordinator', 'officer', 'head', 'leader', 'auditor', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "legal_citations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "legal_citations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"title" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"replaced_by" text,
	"url" text,
	"note" text,
	"verified" boolean DEFAULT false NOT NULL,
	CONSTRAINT "legal_citations_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"issue_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"unit" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "presences_issue_id_person_id_pk" PRIMARY KEY("issue_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "deadlines" DROP CONSTRAINT "deadlines_clock";--> statement-breakpoint
DROP INDEX "commitments_owed";--> statement-breakpoint
DROP INDEX "issues_unit_queue";--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "returned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "returned_by" bigint;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "return_note" text;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "responsible_id" bigint;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "replaces" integer;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "evidence_url" text;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "broken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "broken_because" text;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "planned_for" date;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "remind_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deadlines" ADD COLUMN "planned_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deadlines" ADD COLUMN "remind_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "opinions" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cluster_members" ADD CONSTRAINT "cluster_members_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_members" ADD CONSTRAINT "cluster_members_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_refusals" ADD CONSTRAINT "cluster_refusals_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_refusals" ADD CONSTRAINT "cluster_refusals_other_id_issues_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cluster_refusals" ADD CONSTRAINT "cluster_refusals_refused_by_people_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_passages" ADD CONSTRAINT "issue_passages_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_addresses" ADD CONSTRAINT "calendar_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_addresses" ADD CONSTRAINT "calendar_addresses_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_slips" ADD CONSTRAINT "commitment_slips_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_slips" ADD CONSTRAINT "commitment_slips_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_slips" ADD CONSTRAINT "commitment_slips_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_proposals" ADD CONSTRAINT "calendar_proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_proposals" ADD CONSTRAINT "calendar_proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_sign_offs" ADD CONSTRAINT "calendar_sign_offs_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_changes" ADD CONSTRAINT "deadline_changes_deadline_id_deadlines_id_fk" FOREIGN KEY ("deadline_id") REFERENCES "public"."deadlines"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_changes" ADD CONSTRAINT "deadline_changes_admin_event_id_admin_events_id_fk" FOREIGN KEY ("admin_event_id") REFERENCES "public"."admin_events"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_deadline_id_deadlines_id_fk" FOREIGN KEY ("deadline_id") REFERENCES "public"."deadlines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "urges" ADD CONSTRAINT "urges_urged_by_people_id_fk" FOREIGN KEY ("urged_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_links" ADD CONSTRAINT "verdict_links_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_links" ADD CONSTRAINT "verdict_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_links" ADD CONSTRAINT "verdict_links_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_templates" ADD CONSTRAINT "answer_templates_group_code_groups_code_fk" FOREIGN KEY ("group_code") REFERENCES "public"."groups"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "answer_templates" ADD CONSTRAINT "answer_templates_topic_code_topics_code_fk" FOREIGN KEY ("topic_code") REFERENCES "public"."topics"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "internal_notes" ADD CONSTRAINT "internal_notes_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_notes" ADD CONSTRAINT "internal_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "members_of_cluster" ON "cluster_members" USING btree ("cluster_id","issue_id");--> statement-breakpoint
CREATE INDEX "cluster_refusals_of_other" ON "cluster_refusals" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "calendar_addresses_of_person" ON "calendar_addresses" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slips_of_commitment" ON "commitment_slips" USING btree ("commitment_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "slips_to_decide" ON "commitment_slips" USING btree ("commitment_id") WHERE state = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_days_proposed" ON "calendar_proposals" USING btree ("date","name") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "sign_offs_of_year" ON "calendar_sign_offs" USING btree ("year","id");--> statement-breakpoint
CREATE INDEX "changes_of_deadline" ON "deadline_changes" USING btree ("deadline_id");--> statement-breakpoint
CREATE INDEX "deadlines_changed_by" ON "deadline_changes" USING btree ("admin_event_id") WHERE admin_event_id is not null;--> statement-breakpoint
CREATE INDEX "delegations_of_membership" ON "delegations" USING btree ("membership_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "delegations_to_person" ON "delegations" USING btree ("to_person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "urges_once_a_day" ON "urges" USING btree ("issue_id","unit","on");--> statement-breakpoint
CREATE INDEX "verdict_links_of_issue" ON "verdict_links" USING btree ("issue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "verdicts_of_issue" ON "verdicts" USING btree ("issue_id","number");--> statement-breakpoint
CREATE INDEX "answer_templates_in_use" ON "answer_templates" USING btree ("topic_code","group_code") WHERE in_use;--> statement-breakpoint
CREATE INDEX "internal_notes_of_issue" ON "internal_notes" USING btree ("issue_id","id");--> statement-breakpoint
CREATE INDEX "legal_citations_ended" ON "legal_citations" USING btree ("valid_to") WHERE valid_to is not null;--> statement-breakpoint
CREATE INDEX "presences_past" ON "presences" USING btree ("seen_at");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_responsible_id_people_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitments_owned" ON "commitments" USING btree ("owner_unit","issue_id");--> statement-breakpoint
CREATE INDEX "commitments_calendar" ON "commitments" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "commitments_late" ON "commitments" USING btree ("due_on") WHERE state in ('promised', 'slipped');--> statement-breakpoint
CREATE INDEX "commitments_to_plan" ON "commitments" USING btree ("id") WHERE state in ('promised', 'slipped') and planned_for is distinct from due_on;--> statement-breakpoint
CREATE INDEX "commitments_to_remind" ON "commitments" USING btree ("remind_at") WHERE state in ('promised', 'slipped');--> statement-breakpoint
CREATE INDEX "deadlines_to_plan" ON "deadlines" USING btree ("id") WHERE stopped_at is null and planned_for is distinct from due_at;--> statement-breakpoint
CREATE INDEX "deadlines_to_remind" ON "deadlines" USING btree ("remind_at") WHERE stopped_at is null;--> statement-breakpoint
CREATE INDEX "deadlines_to_forward" ON "deadlines" USING btree ("issue_id") WHERE clock = 'forward' and stopped_at is null;--> statement-breakpoint
CREATE INDEX "opinions_awaited" ON "opinions" USING btree ("issue_id") WHERE state = 'requested';--> statement-breakpoint
CREATE INDEX "opinions_overdue" ON "opinions" USING btree ("due_at") WHERE state = 'requested';--> statement-breakpoint
CREATE INDEX "upward_register" ON "upward_letters" USING btree ("date","id") WHERE kind = 'sent';--> statement-breakpoint
CREATE INDEX "reminders_to_mail" ON "notices" USING btree ("person_id","mail_at") WHERE mailed_at is null and mail_at is not null and kind like 'remind.%';--> statement-breakpoint
CREATE INDEX "commitments_owed" ON "commitments" USING btree ("owner_unit","due_on") WHERE state in ('promised', 'slipped');--> statement-breakpoint
CREATE INDEX "issues_unit_queue" ON "issues" USING btree ("lead_unit","due_at","id","state","track") WHERE state in ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward') and annulled_at is null;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_state" CHECK ("state" in ('promised', 'slipped', 'done', 'confirmed', 'broken'));--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_clock" CHECK ("clock" in ('accept', 'answer', 'opinion', 'enterprise', 'verdict', 'approval', 'forward'));