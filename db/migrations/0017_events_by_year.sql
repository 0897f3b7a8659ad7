-- The log lies by years, of Hanoi's calendar, so that an old year can be kept elsewhere, and vacuum and indexes stay small.
-- What falls into a year that has no table of its own lies with the others: an event is never refused.
CREATE SEQUENCE public.event_ids AS bigint;
--> statement-breakpoint
ALTER TABLE public.issue_events RENAME TO issue_events_before;
--> statement-breakpoint
CREATE TABLE public.issue_events (LIKE public.issue_events_before) PARTITION BY RANGE (at);
--> statement-breakpoint
ALTER TABLE public.issue_events ALTER COLUMN id SET DEFAULT nextval('public.event_ids');
--> statement-breakpoint
CREATE TABLE public.issue_events_other PARTITION OF public.issue_events DEFAULT;
--> statement-breakpoint
SELECT public.make_append_only('public.issue_events'), public.make_append_only('public.issue_events_other');
--> statement-breakpoint
-- Makes the years that are missing and says how many. A year of which events lie with the others already stays there.
-- Each year refuses changes itself too, because a statement may name it instead of the whole.
CREATE FUNCTION public.add_event_years(first integer, last integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  here text;
  begins timestamptz;
  ends timestamptz;
  added integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('public.add_event_years'));
  FOR here_year IN first..last LOOP
    here := 'issue_events_' || here_year;
    begins := make_timestamptz(here_year, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh');
    ends := make_timestamptz(here_year + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh');
    CONTINUE WHEN to_regclass('public.' || here) IS NOT NULL
      OR EXISTS (SELECT FROM public.issue_events_other e WHERE e.at >= begins AND e.at < ends);
    EXECUTE format('CREATE TABLE public.%I PARTITION OF public.issue_events FOR VALUES FROM (%L) TO (%L)', here, begins, ends);
    PERFORM public.make_append_only(('public.' || here)::regclass);
    added := added + 1;
  END LOOP;
  RETURN added;
END $$;
--> statement-breakpoint
SELECT public.add_event_years(
  coalesce((SELECT extract(year FROM min(e.at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::int FROM public.issue_events_before e WHERE e.at > '2000-01-01'), extract(year FROM now())::int),
  extract(year FROM now())::int + 2);
--> statement-breakpoint
INSERT INTO public.issue_events SELECT * FROM public.issue_events_before ORDER BY id;
--> statement-breakpoint
SELECT setval('public.event_ids', coalesce((SELECT max(e.id) FROM public.issue_events e), 0) + 1, false);
--> statement-breakpoint
-- No event of an issue is older than its receipt, but for clocks of machines that disagree: that bound leaves out the
-- years in which there is nothing to find.
CREATE OR REPLACE FUNCTION public.facts_under_way(instant timestamptz)
RETURNS TABLE (
  issue_id bigint, conference_id bigint, state text, lead_unit text, group_code text, topic_code text,
  due_at timestamptz, answered_at timestamptz, resolved_at timestamptz, confirmed_at timestamptz, ended_at timestamptz,
  extended boolean, reopened boolean, handed_back boolean
)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT i.id, i.conference_id, last.to_state, last.lead_unit, last.group_code, last.topic_code,
    last.due_at, last.answered_at, last.resolved_at, last.confirmed_at,
    CASE WHEN last.to_state IN ('closed', 'refused', 'withdrawn', 'diverted') THEN last.at END,
    story.extended > story.reopened, story.reopened > 0, story.handed_back
  FROM public.issues i
  CROSS JOIN LATERAL (
    SELECT e.seq, e.move, e.to_state, e.at, e.lead_unit, e.group_code, e.topic_code,
      e.due_at, e.answered_at, e.resolved_at, e.confirmed_at
    FROM public.issue_events e
    WHERE e.issue_id = i.id AND e.at <= instant AND e.at >= i.received_at - interval '1 day'
    ORDER BY e.seq DESC LIMIT 1
  ) last
  CROSS JOIN LATERAL (
    -- a second life starts without the extension of the first
    SELECT coalesce(max(e.seq) FILTER (WHERE e.move = 'grantExtension'), 0) AS extended,
      coalesce(max(e.seq) FILTER (WHERE e.move IN ('dispute', 'reopen')), 0) AS reopened,
      coalesce(bool_or(e.move = 'handBack'), false) AS handed_back
    FROM public.issue_events e
    WHERE e.issue_id = i.id AND e.seq <= last.seq AND e.at <= instant AND e.at >= i.received_at - interval '1 day'
  ) story
  WHERE i.received_at <= instant AND i.updated_at > instant AND i.annulled_at IS NULL AND last.move <> 'annul'
$$;
--> statement-breakpoint
-- Of an issue that has not moved since, its columns still say what was true. What was annulled was true on no day.
CREATE OR REPLACE FUNCTION public.issue_facts_as_of(instant timestamptz)
RETURNS TABLE (
  issue_id bigint, conference_id bigint, state text, lead_unit text, group_code text, topic_code text,
  due_at timestamptz, answered_at timestamptz, resolved_at timestamptz, confirmed_at timestamptz, ended_at timestamptz,
  extended boolean, reopened boolean, handed_back boolean
)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT i.id, i.conference_id, i.state, i.lead_unit, i.group_code, i.topic_code,
    i.due_at, i.answered_at, i.resolved_at, i.confirmed_at, i.ended_at,
    i.extension = 'granted', i.reopenings > 0, i.hand_backs > 0
  FROM public.issues i
  WHERE i.updated_at <= instant AND i.annulled_at IS NULL
  UNION ALL
  SELECT * FROM public.facts_under_way(instant)
$$;
--> statement-breakpoint
DROP TABLE public.issue_events_before;
--> statement-breakpoint
ALTER SEQUENCE public.event_ids RENAME TO issue_events_id_seq;
--> statement-breakpoint
ALTER SEQUENCE public.issue_events_id_seq OWNED BY public.issue_events.id;
--> statement-breakpoint
ALTER TABLE public.issue_events ADD CONSTRAINT issue_events_id_at_pk PRIMARY KEY (id, at);
--> statement-breakpoint
ALTER TABLE public.issue_events ADD CONSTRAINT issue_events_issue_id_issues_id_fk FOREIGN KEY (issue_id) REFERENCES public.issues (id) ON DELETE restrict;
--> statement-breakpoint
CREATE INDEX events_of_issue ON public.issue_events USING btree (issue_id, seq);
--> statement-breakpoint
CREATE INDEX events_by_time ON public.issue_events USING btree (at);
--> statement-breakpoint
CREATE INDEX events_handed_back ON public.issue_events USING btree (issue_id, unit, at, seq) WHERE move = 'handBack';
