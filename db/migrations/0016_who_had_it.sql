CREATE TABLE "issue_holdings" (
	"issue_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"party" text NOT NULL,
	"unit" text,
	"before_answer" boolean NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone,
	"worked_ms" bigint,
	CONSTRAINT "issue_holdings_issue_id_number_pk" PRIMARY KEY("issue_id","number"),
	CONSTRAINT "issue_holdings_party" CHECK ("party" in ('office', 'lead', 'coordinating', 'approver', 'enterprise', 'upward', 'nobody'))
);
--> statement-breakpoint
ALTER TABLE "issue_holdings" ADD CONSTRAINT "issue_holdings_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_holdings" ADD CONSTRAINT "issue_holdings_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "issues_first_answered" ON "issues" USING btree ("first_answered_at","id") WHERE first_answered_at is not null and annulled_at is null;