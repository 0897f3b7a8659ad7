SELECT public.make_append_only('public.issue_events');
--> statement-breakpoint
SELECT public.make_append_only('public.admin_events');
--> statement-breakpoint
-- A comment is what was said. It may be annulled with its import; its words stay.
CREATE FUNCTION public.keep_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.text, NEW.channel, NEW.conference_id, NEW.enterprise_id, NEW.file, NEW.sheet, NEW.row, NEW.row_key, NEW.received_at)
    IS DISTINCT FROM
     (OLD.text, OLD.channel, OLD.conference_id, OLD.enterprise_id, OLD.file, OLD.sheet, OLD.row, OLD.row_key, OLD.received_at)
  THEN
    RAISE EXCEPTION 'comments are kept as received' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_comment BEFORE UPDATE ON public.comments FOR EACH ROW EXECUTE FUNCTION public.keep_comment();
--> statement-breakpoint
-- What was true of every issue at an instant: of one that has not moved since, its columns still say it; of the others
-- the last event up to then. Every report reads this shape, so any past day can be counted again.
-- Relies on: each move stamps updated_at with the time of its event, and annulling an issue leaves an `annul` event.
CREATE FUNCTION public.issue_facts_as_of(instant timestamptz)
RETURNS TABLE (
  issue_id bigint, conference_id bigint, state text, lead_unit text, group_code text, topic_code text,
  due_at timestamptz, answered_at timestamptz, resolved_at timestamptz, confirmed_at timestamptz, ended_at timestamptz,
  extended boolean, reopened boolean, handed_back boolean
)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT i.id, i.conference_id, i.state, i.lead_unit, i.group_code, i.topic_code,
    i.due_at, i.answered_at, i.resolved_at, i.confirmed_at, i.ended_at,
    i.extension = 'granted', i.reopenings > 0, i.hand_backs > 0
  FROM public.issues i
  WHERE i.updated_at <= instant AND i.annulled_at IS NULL
  UNION ALL
  SELECT i.id, i.conference_id, last.to_state, last.lead_unit, last.group_code, last.topic_code,
    last.due_at, last.answered_at, last.resolved_at, last.confirmed_at,
    CASE WHEN last.to_state IN ('closed', 'refused', 'withdrawn', 'diverted') THEN last.at END,
    story.extended > story.reopened, story.reopened > 0, story.handed_back
  FROM public.issues i
  CROSS JOIN LATERAL (
    SELECT e.seq, e.move, e.to_state, e.at, e.lead_unit, e.group_code, e.topic_code,
      e.due_at, e.answered_at, e.resolved_at, e.confirmed_at
    FROM public.issue_events e
    WHERE e.issue_id = i.id AND e.at <= instant
    ORDER BY e.seq DESC LIMIT 1
  ) last
  CROSS JOIN LATERAL (
    -- a second life starts without the extension of the first
    SELECT coalesce(max(e.seq) FILTER (WHERE e.move = 'grantExtension'), 0) AS extended,
      coalesce(max(e.seq) FILTER (WHERE e.move IN ('dispute', 'reopen')), 0) AS reopened,
      coalesce(bool_or(e.move = 'handBack'), false) AS handed_back
    FROM public.issue_events e
    WHERE e.issue_id = i.id AND e.seq <= last.seq
  ) story
  WHERE (i.updated_at > instant OR i.annulled_at IS NOT NULL) AND i.received_at <= instant AND last.move <> 'annul';
END;
--> statement-breakpoint
-- The same for now, read from the columns that the last move of each issue left; a test holds the two equal.
CREATE VIEW public.issue_facts AS
  SELECT i.id AS issue_id, i.conference_id, i.state, i.lead_unit, i.group_code, i.topic_code,
    i.due_at, i.answered_at, i.resolved_at, i.confirmed_at, i.ended_at,
    i.extension = 'granted' AS extended, i.reopenings > 0 AS reopened, i.hand_backs > 0 AS handed_back
  FROM public.issues i
  WHERE i.annulled_at IS NULL;
