CREATE TABLE "past_coordinations" (
	"issue_id" bigint NOT NULL,
	"unit" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "past_coordinations_issue_id_unit_since_pk" PRIMARY KEY("issue_id","unit","since")
);
--> statement-breakpoint
ALTER TABLE "issue_coordinating_units" ADD COLUMN "since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "past_coordinations" ADD CONSTRAINT "past_coordinations_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_coordinations" ADD CONSTRAINT "past_coordinations_unit_units_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("code") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "past_coordinations_by_end" ON "past_coordinations" USING btree ("until");--> statement-breakpoint
-- Of what was there before this was kept, the last move that may name coordinating units is the best that is known.
UPDATE public.issue_coordinating_units c SET since = coalesce(
  (SELECT max(e.at) FROM public.issue_events e WHERE e.issue_id = c.issue_id AND e.move IN ('route', 'reroute', 'requestOpinion', 'transferUnit')),
  (SELECT i.received_at FROM public.issues i WHERE i.id = c.issue_id));
--> statement-breakpoint
CREATE FUNCTION public.coordinations_as_of(instant timestamptz) RETURNS TABLE (issue_id bigint, unit text) LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT c.issue_id, c.unit FROM public.issue_coordinating_units c WHERE c.since <= instant
  UNION ALL
  SELECT p.issue_id, p.unit FROM public.past_coordinations p WHERE p.since <= instant AND p.until > instant
$$;
--> statement-breakpoint
-- The same as a plan that is made once a session: to plan a look into every year took longer than the look. For who asks
-- about all that moved; a question about some issues is better served by the text above, into which it reaches.
CREATE FUNCTION public.facts_moved_since(instant timestamptz)
RETURNS TABLE (
  issue_id bigint, conference_id bigint, state text, lead_unit text, group_code text, topic_code text,
  due_at timestamptz, answered_at timestamptz, resolved_at timestamptz, confirmed_at timestamptz, ended_at timestamptz,
  extended boolean, reopened boolean, handed_back boolean
)
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  RETURN QUERY SELECT * FROM public.facts_under_way(instant);
END $$;
