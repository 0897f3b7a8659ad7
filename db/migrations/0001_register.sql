-- One run of numbers for the whole register: a code is never given twice, whatever conference it came through.
CREATE SEQUENCE public.issue_number;
--> statement-breakpoint
CREATE FUNCTION public.next_issue_code() RETURNS text
  LANGUAGE sql VOLATILE
  RETURN 'KN' || to_char(now() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YY') || '-' || to_char(nextval('public.issue_number'), 'FM999999999900000');
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conference_id" bigint,
	"enterprise_id" bigint,
	"text" text NOT NULL,
	"channel" text NOT NULL,
	"import_id" bigint,
	"file" text,
	"sheet" text,
	"row" integer,
	"row_key" text,
	"proposed_unit" text,
	"note" text,
	"zone" text,
	"district" text,
	"contact" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"annulled_at" timestamp with time zone,
	CONSTRAINT "comments_channel" CHECK ("channel" in ('annex', 'form', 'api', 'hall'))
);
--> statement-breakpoint
CREATE TABLE "conferences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conferences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"held_on" date NOT NULL,
	"venue" text,
	"chair" text,
	"host_unit" text,
	"scheme" text DEFAULT 'standard' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conference_id" bigint NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"state" text DEFAULT 'preview' NOT NULL,
	"grids" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"proposal" jsonb NOT NULL,
	"created_by" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"committed_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "imports_state" CHECK ("state" in ('preview', 'committed', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "association_members" (
	"association_id" bigint NOT NULL,
	"enterprise_id" bigint NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	CONSTRAINT "association_members_association_id_enterprise_id_pk" PRIMARY KEY("association_id","enterprise_id")
);
--> statement-breakpoint
CREATE TABLE "associations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "associations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "associations_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "enterprises" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "enterprises_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_folded" text GENERATED ALWAYS AS (public.fold_vi(name)) STORED,
	"tax_code" text,
	"zone" text,
	"district" text,
	"email" text,
	"phone" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filing_drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "filing_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"answers" jsonb NOT NULL,
	"page" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"kind" text DEFAULT 'answer' NOT NULL,
	"text" text NOT NULL,
	"sha256" text NOT NULL,
	"legal_ground" text,
	"drafted_by" bigint,
	"drafted_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_by" bigint,
	"answered_by" text,
	"letter_number" text,
	"letter_date" date,
	"issued_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "commitments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'promised' NOT NULL,
	"text" text NOT NULL,
	"owner_unit" text NOT NULL,
	"responsible" text,
	"first_due_on" date NOT NULL,
	"due_on" date NOT NULL,
	"evidence" text,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deadlines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"clock" text NOT NULL,
	"unit" text,
	"policy_code" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"amount" integer NOT NULL,
	"amount_unit" text NOT NULL,
	"convention" text NOT NULL,
	"extension_days" integer DEFAULT 0 NOT NULL,
	"first_due_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone,
	"met" boolean,
	CONSTRAINT "deadlines_clock" CHECK ("clock" in ('accept', 'answer', 'opinion', 'enterprise', 'verdict'))
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "opinions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"unit" text NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"text" text,
	"given_by" bigint,
	"given_at" timestamp with time zone,
	CONSTRAINT "opinions_state" CHECK ("state" in ('requested', 'given', 'noOpinion', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pauses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"question" text,
	"started_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "routing_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routing_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"suggested_lead" text,
	"suggested_topic" text,
	"decided_lead" text NOT NULL,
	"decided_topic" text,
	"decided_by" bigint,
	"decided_at" timestamp with time zone NOT NULL,
	"suggestion" jsonb
);
--> statement-breakpoint
CREATE TABLE "upward_letters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "upward_letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"authority" text,
	"number" text NOT NULL,
	"date" date NOT NULL,
	"text" text
);
--> statement-breakpoint
CREATE TABLE "issue_coordinating_units" (
	"issue_id" bigint NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "issue_coordinating_units_issue_id_unit_pk" PRIMARY KEY("issue_id","unit")
);
--> statement-breakpoint
CREATE TABLE "issue_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issue_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issue_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"move" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" bigint,
	"person_name" text,
	"role" text NOT NULL,
	"on_behalf_of" text,
	"unit" text,
	"unit_name" text,
	"note" text,
	"payload" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"lead_unit" text,
	"group_code" text,
	"topic_code" text,
	"due_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issues_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text DEFAULT public.next_issue_code() NOT NULL,
	"comment_id" bigint NOT NULL,
	"conference_id" bigint,
	"enterprise_id" bigint,
	"association_id" bigint,
	"filed_by" bigint,
	"channel" text NOT NULL,
	"text" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (public.search_vi(text)) STORED,
	"group_code" text,
	"topic_code" text,
	"suggestion" jsonb,
	"state" text DEFAULT 'received' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"last_hash" text NOT NULL,
	"track" text DEFAULT 'petition' NOT NULL,
	"lead_unit" text,
	"handler_id" bigint,
	"deadline_class" text DEFAULT 'simple' NOT NULL,
	"needs_leader" boolean DEFAULT false NOT NULL,
	"hand_backs" integer DEFAULT 0 NOT NULL,
	"handed_back_by" text[] DEFAULT '{}' NOT NULL,
	"competence_decided" boolean DEFAULT false NOT NULL,
	"last_editor_id" bigint,
	"pending" text,
	"head_approved_by" bigint,
	"extension" text DEFAULT 'none' NOT NULL,
	"answered_on_the_spot" boolean DEFAULT false NOT NULL,
	"reopenings" integer DEFAULT 0 NOT NULL,
	"reopen_until" timestamp with time zone,
	"satisfied" boolean,
	"received_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"due_on" date,
	"first_due_on" date,
	"first_answered_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"annulled_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "issues_code_unique" UNIQUE("code"),
	CONSTRAINT "issues_state" CHECK ("state" in ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward', 'answered', 'committed', 'resolved', 'closed', 'refused', 'withdrawn', 'diverted')),
	CONSTRAINT "issues_track" CHECK ("track" in ('petition', 'complaint', 'denunciation', 'civilDispute')),
	CONSTRAINT "issues_deadline_class" CHECK ("deadline_class" in ('simple', 'severalUnits', 'urgent'))
);
--> statement-breakpoint
CREATE TABLE "admin_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "admin_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint,
	"person_name" text,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"change" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"person_id" bigint NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"issue_id" bigint,
	"kind" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mail_at" timestamp with time zone,
	"mail_attempts" integer DEFAULT 0 NOT NULL,
	"mail_error" text,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hash" text NOT NULL,
	"person_id" bigint NOT NULL,
	"membership_id" bigint NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "memberships_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"role" text NOT NULL,
	"unit" text,
	"enterprise_id" bigint,
	"association_id" bigint,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "memberships_role" CHECK ("role" in ('enterprise', 'association', 'secretary', 'coordinator', 'officer', 'head', 'leader', 'auditor', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'vi' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"membership_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"address" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"date" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"verified" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadline_policies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deadline_policies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"clock" text NOT NULL,
	"class" text,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"convention" text DEFAULT 'A' NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"legal_basis" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scheme_groups" (
	"scheme" text NOT NULL,
	"group_code" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "scheme_groups_scheme_group_code_pk" PRIMARY KEY("scheme","group_code")
);
--> statement-breakpoint
CREATE TABLE "topic_routes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topic_routes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"topic" text NOT NULL,
	"valid_from" date,
	"lead_unit" text,
	"lead_in_zone" text,
	"coordinating_units" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"code" text PRIMARY KEY NOT NULL,
	"group_code" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"keywords" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "unit_successors" (
	"unit" text NOT NULL,
	"successor" text NOT NULL,
	CONSTRAINT "unit_successors_unit_successor_pk" PRIMARY KEY("unit","successor")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"parent" text,
	"valid_from" date,
	"valid_to" date,
	"note" text,
	"verified" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "zones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"district" text,
	"status" text,
	"verified" boolean DEFAULT true NOT NULL,
	CONSTRAINT "zones_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conferences" ADD CONSTRAINT "conferences_host_unit_units_code_fk" FOREIGN KEY ("host_unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "association_members" ADD CONSTRAINT "association_members_association_id_associations_id_fk" FOREIGN KEY ("association_id") REFERENCES "public"."associations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "association_members" ADD CONSTRAINT "association_members_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filing_drafts" ADD CONSTRAINT "filing_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_drafted_by_people_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_owner_unit_units_code_fk" FOREIGN KEY ("owner_unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_decisions" ADD CONSTRAINT "routing_decisions_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_decisions" ADD CONSTRAINT "routing_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upward_letters" ADD CONSTRAINT "upward_letters_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_coordinating_units" ADD CONSTRAINT "issue_coordinating_units_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_coordinating_units" ADD CONSTRAINT "issue_coordinating_units_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "issue_events" ADD CONSTRAINT "issue_events_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_association_id_associations_id_fk" FOREIGN KEY ("association_id") REFERENCES "public"."associations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_filed_by_people_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_group_code_groups_code_fk" FOREIGN KEY ("group_code") REFERENCES "public"."groups"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_topic_code_topics_code_fk" FOREIGN KEY ("topic_code") REFERENCES "public"."topics"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_lead_unit_units_code_fk" FOREIGN KEY ("lead_unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_handler_id_people_id_fk" FOREIGN KEY ("handler_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_last_editor_id_people_id_fk" FOREIGN KEY ("last_editor_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_head_approved_by_people_id_fk" FOREIGN KEY ("head_approved_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_association_id_associations_id_fk" FOREIGN KEY ("association_id") REFERENCES "public"."associations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_groups" ADD CONSTRAINT "scheme_groups_group_code_groups_code_fk" FOREIGN KEY ("group_code") REFERENCES "public"."groups"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_routes" ADD CONSTRAINT "topic_routes_topic_topics_code_fk" FOREIGN KEY ("topic") REFERENCES "public"."topics"("code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "topic_routes" ADD CONSTRAINT "topic_routes_lead_unit_units_code_fk" FOREIGN KEY ("lead_unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "topic_routes" ADD CONSTRAINT "topic_routes_lead_in_zone_units_code_fk" FOREIGN KEY ("lead_in_zone") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_group_code_groups_code_fk" FOREIGN KEY ("group_code") REFERENCES "public"."groups"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successors" ADD CONSTRAINT "unit_successors_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "unit_successors" ADD CONSTRAINT "unit_successors_successor_units_code_fk" FOREIGN KEY ("successor") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "comments_row_key" ON "comments" USING btree ("conference_id","row_key") WHERE row_key is not null and annulled_at is null;--> statement-breakpoint
CREATE INDEX "comments_by_import" ON "comments" USING btree ("import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE INDEX "imports_by_conference" ON "imports" USING btree ("conference_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enterprises_tax_code" ON "enterprises" USING btree ("tax_code") WHERE tax_code is not null;--> statement-breakpoint
CREATE INDEX "enterprises_by_name" ON "enterprises" USING gin (name_folded public.gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "filing_drafts_one_a_person" ON "filing_drafts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_of_issue" ON "answers" USING btree ("issue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "commitments_of_issue" ON "commitments" USING btree ("issue_id","number");--> statement-breakpoint
CREATE INDEX "commitments_owed" ON "commitments" USING btree ("owner_unit","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "deadlines_of_issue" ON "deadlines" USING btree ("issue_id","clock");--> statement-breakpoint
CREATE INDEX "deadlines_running" ON "deadlines" USING btree ("due_at") WHERE stopped_at is null;--> statement-breakpoint
CREATE INDEX "opinions_of_issue" ON "opinions" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "opinions_owed" ON "opinions" USING btree ("unit","due_at") WHERE state = 'requested';--> statement-breakpoint
CREATE INDEX "pauses_of_issue" ON "pauses" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "pauses_running" ON "pauses" USING btree ("until") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "routing_decisions_of_issue" ON "routing_decisions" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "routing_decisions_by_time" ON "routing_decisions" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "upward_letters_of_issue" ON "upward_letters" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "issues_of_coordinating_unit" ON "issue_coordinating_units" USING btree ("unit","issue_id");--> statement-breakpoint
CREATE INDEX "events_of_issue" ON "issue_events" USING btree ("issue_id","seq");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "issue_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "issues_unit_queue" ON "issues" USING btree ("lead_unit","due_at","id") WHERE state in ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward') and annulled_at is null;--> statement-breakpoint
CREATE INDEX "issues_city_queue" ON "issues" USING btree ("due_at","id") WHERE state in ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward') and annulled_at is null;--> statement-breakpoint
CREATE INDEX "issues_state_queue" ON "issues" USING btree ("state","due_at","id") WHERE state in ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward') and annulled_at is null;--> statement-breakpoint
CREATE INDEX "issues_extension_asked" ON "issues" USING btree ("due_at","id") WHERE extension = 'asked' and state = 'inProgress';--> statement-breakpoint
CREATE INDEX "issues_of_conference" ON "issues" USING btree ("conference_id","id");--> statement-breakpoint
CREATE INDEX "issues_of_enterprise" ON "issues" USING btree ("enterprise_id","id");--> statement-breakpoint
CREATE INDEX "issues_of_association" ON "issues" USING btree ("association_id","id") WHERE association_id is not null;--> statement-breakpoint
CREATE INDEX "issues_of_unit" ON "issues" USING btree ("lead_unit","id");--> statement-breakpoint
CREATE INDEX "issues_of_comment" ON "issues" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "issues_awaiting_verdict" ON "issues" USING btree ("reopen_until") WHERE state in ('answered', 'resolved');--> statement-breakpoint
CREATE INDEX "issues_search" ON "issues" USING gin ("search");--> statement-breakpoint
CREATE INDEX "issues_report" ON "issues" USING btree ("conference_id","group_code","lead_unit","state","topic_code","received_at","due_at","answered_at","confirmed_at","ended_at","extension","reopenings","hand_backs","track","comment_id") WHERE annulled_at is null;--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_time" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notices_inbox" ON "notices" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notices_to_mail" ON "notices" USING btree ("mail_at") WHERE mailed_at is null and mail_at is not null;--> statement-breakpoint
CREATE INDEX "memberships_by_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_by_unit" ON "memberships" USING btree ("unit","role");--> statement-breakpoint
CREATE INDEX "memberships_by_enterprise" ON "memberships" USING btree ("enterprise_id") WHERE enterprise_id is not null;--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "topic_routes_by_topic" ON "topic_routes" USING btree ("topic","valid_from");