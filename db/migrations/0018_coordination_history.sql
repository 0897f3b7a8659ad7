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
-- The same for who asks about all that moved: each issue's events are read once, by a plan that is made once a session,
-- because to plan a look into every year took longer than the look. A question about some issues reaches into the text above.
CREATE FUNCTION public.facts_moved_since(instant timestamptz)
RETURNS TABLE (
  issue_id bigint, conference_id bigint, state text, lead_unit text, group_code text, topic_code text,
  due_at timestamptz, answered_at timestamptz, resolved_at timestamptz, confirmed_at timestamptz, ended_at timestamptz,
  extended boolean, reopened boolean, handed_back boolean
)
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  RETURN QUERY
  SELECT DISTINCT ON (i.id) i.id, i.conference_id, e.to_state, e.lead_unit, e.group_code, e.topic_code,
    e.due_at, e.answered_at, e.resolved_at, e.confirmed_at,
    CASE WHEN e.to_state IN ('closed', 'refused', 'withdrawn', 'diverted') THEN e.at END,
    coalesce(max(e.seq) FILTER (WHERE e.move = 'grantExtension') OVER story, 0) > coalesce(max(e.seq) FILTER (WHERE e.move IN ('dispute', 'reopen')) OVER story, 0),
    coalesce(bool_or(e.move IN ('dispute', 'reopen')) OVER story, false), coalesce(bool_or(e.move = 'handBack') OVER story, false)
  FROM public.issues i
  CROSS JOIN LATERAL (
    SELECT v.seq, v.move, v.to_state, v.at, v.lead_unit, v.group_code, v.topic_code, v.due_at, v.answered_at, v.resolved_at, v.confirmed_at
    FROM public.issue_events v
    WHERE v.issue_id = i.id AND v.at <= instant AND v.at >= i.received_at - interval '1 day'
    OFFSET 0 -- issue by issue: whole years of the log are more than what was under way
  ) e
  WHERE i.received_at <= instant AND i.updated_at > instant AND i.annulled_at IS NULL
  WINDOW story AS (PARTITION BY i.id)
  ORDER BY i.id, e.seq DESC;
END $$;
