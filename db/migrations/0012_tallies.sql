CREATE TABLE "tallies" (
	"dimension" text NOT NULL,
	"within" text NOT NULL,
	"key" text NOT NULL,
	"within_key" text NOT NULL,
	"state" text NOT NULL,
	"marks" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tallies_dimension_within_key_within_key_state_marks_pk" PRIMARY KEY("dimension","within","key","within_key","state","marks")
);
--> statement-breakpoint
CREATE TABLE "tally_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tally_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"n" smallint NOT NULL,
	"coordinating" text,
	"conference_id" bigint,
	"group_code" text,
	"topic_code" text,
	"lead_unit" text,
	"month" date NOT NULL,
	"zone" text,
	"district" text,
	"settled" date NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone,
	"marks" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally_state" (
	"folded_at" timestamp with time zone DEFAULT 'epoch' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "district" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "shares_comment" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "issues_by_receipt" ON "issues" USING btree ("received_at","updated_at");--> statement-breakpoint
CREATE INDEX "issues_by_change" ON "issues" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "issues_ended" ON "issues" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "issues_sharing_comment" ON "issues" USING btree ("comment_id") WHERE shares_comment;--> statement-breakpoint
CREATE INDEX "issues_of_zone" ON "issues" USING btree ("zone","id");--> statement-breakpoint
CREATE INDEX "issues_of_district" ON "issues" USING btree ("district","id");--> statement-breakpoint
CREATE INDEX "issues_of_topic" ON "issues" USING btree ("topic_code","id");--> statement-breakpoint
INSERT INTO public.tally_state DEFAULT VALUES;
--> statement-breakpoint
-- Where an issue is about: what its comment says, else where its enterprise is; a zone lies in one district.
UPDATE public.issues i SET zone = coalesce(c.zone, CASE WHEN c.district IS NULL THEN e.zone END),
  district = coalesce(c.district, (SELECT z.district FROM public.zones z WHERE z.name = coalesce(c.zone, e.zone)), CASE WHEN c.zone IS NULL THEN e.district END),
  shares_comment = EXISTS (SELECT FROM public.issues o WHERE o.comment_id = i.comment_id AND o.id <> i.id)
FROM public.comments c LEFT JOIN public.enterprises e ON e.id = c.enterprise_id WHERE c.id = i.comment_id;
--> statement-breakpoint
-- A comment written by the same statement cannot be seen from here: whoever writes both says the place.
CREATE FUNCTION public.place_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.zone IS NULL AND NEW.district IS NULL THEN
    SELECT c.zone, c.district INTO NEW.zone, NEW.district FROM public.comments c WHERE c.id = NEW.comment_id;
  END IF;
  IF NEW.zone IS NULL AND NEW.district IS NULL THEN
    SELECT e.zone, e.district INTO NEW.zone, NEW.district FROM public.enterprises e WHERE e.id = NEW.enterprise_id;
  END IF;
  IF NEW.district IS NULL AND NEW.zone IS NOT NULL THEN
    NEW.district := (SELECT z.district FROM public.zones z WHERE z.name = NEW.zone);
  END IF;
  UPDATE public.issues i SET shares_comment = true WHERE i.comment_id = NEW.comment_id AND NOT i.shares_comment AND i.id <> NEW.id;
  NEW.shares_comment := EXISTS (SELECT FROM public.issues i WHERE i.comment_id = NEW.comment_id AND i.id <> NEW.id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER place_issue BEFORE INSERT ON public.issues FOR EACH ROW EXECUTE FUNCTION public.place_issue();
--> statement-breakpoint
CREATE FUNCTION public.local_month(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN date_trunc('month', instant AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
--> statement-breakpoint
-- Marks as bits, in the order of `marks` in workflows/reports/boxes.ts: inTime 1, overdue 2 and endedLately 64, which
-- only an instant decides and are left out here, confirmed 4, extended 8, reopened 16, handedBack 32; sharesComment 128.
CREATE FUNCTION public.tally_marks(i public.issues) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce((i).answered_at <= (i).due_at, false)::int
  | (((i).confirmed_at IS NOT NULL)::int << 2) | (((i).extension = 'granted')::int << 3) | (((i).reopenings > 0)::int << 4)
  | (((i).hand_backs > 0)::int << 5) | ((i).shares_comment::int << 7);
--> statement-breakpoint
-- What the offices count: neither annulled nor a denunciation, which no report shows. One row an issue, and for each of
-- its coordinating units one more, which counts by these units alone.
CREATE VIEW public.issue_cells AS
  SELECT i.id AS issue_id, place.unit AS coordinating, i.conference_id, i.group_code, i.topic_code, i.lead_unit,
    public.local_month(i.received_at) AS month, i.zone, i.district, public.local_month(i.updated_at) AS settled, i.updated_at, i.state,
    CASE WHEN i.state IN ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward') THEN i.due_at END AS due_at,
    i.ended_at, public.tally_marks(i) AS marks
  FROM public.issues i CROSS JOIN LATERAL (
    SELECT NULL::text AS unit UNION ALL SELECT u.unit FROM public.issue_coordinating_units u WHERE u.issue_id = i.id
  ) place
  WHERE i.annulled_at IS NULL AND i.track <> 'denunciation';
--> statement-breakpoint
-- What was true at an instant of the issues that were received before and have moved since: what their last event up to then left.
CREATE FUNCTION public.facts_under_way(instant timestamptz)
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
  WHERE i.received_at <= instant AND i.updated_at > instant AND last.move <> 'annul'
$$;
--> statement-breakpoint
CREATE FUNCTION public.tally(old_issue public.issues, new_issue public.issues, only_unit text) RETURNS void LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO public.tally_changes (n, coordinating, conference_id, group_code, topic_code, lead_unit, month, zone, district, settled, state, due_at, marks)
  SELECT side.n, place.unit, (side.i).conference_id, (side.i).group_code, (side.i).topic_code, (side.i).lead_unit,
    public.local_month((side.i).received_at), (side.i).zone, (side.i).district, public.local_month((side.i).updated_at), (side.i).state,
    CASE WHEN (side.i).state IN ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward') THEN (side.i).due_at END,
    public.tally_marks(side.i)
  FROM (VALUES (-1, old_issue), (1, new_issue)) AS side (n, i)
  CROSS JOIN LATERAL (
    SELECT NULL::text AS unit WHERE only_unit IS NULL
    UNION ALL SELECT u.unit FROM public.issue_coordinating_units u WHERE only_unit IS NULL AND u.issue_id = (side.i).id
    UNION ALL SELECT only_unit WHERE only_unit IS NOT NULL
  ) place
  WHERE (side.i).annulled_at IS NULL AND (side.i).track <> 'denunciation';
END;
--> statement-breakpoint
CREATE FUNCTION public.tally_issue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.tally(OLD, NEW, NULL);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tally_issue AFTER INSERT ON public.issues FOR EACH ROW EXECUTE FUNCTION public.tally_issue();
--> statement-breakpoint
CREATE TRIGGER tally_change AFTER UPDATE ON public.issues FOR EACH ROW
  WHEN ((OLD.conference_id, OLD.group_code, OLD.topic_code, OLD.lead_unit, OLD.received_at, OLD.zone, OLD.district, OLD.state, OLD.due_at, OLD.answered_at,
      OLD.confirmed_at, OLD.extension, OLD.reopenings, OLD.hand_backs, OLD.shares_comment, OLD.track, OLD.annulled_at, public.local_month(OLD.updated_at))
    IS DISTINCT FROM
    (NEW.conference_id, NEW.group_code, NEW.topic_code, NEW.lead_unit, NEW.received_at, NEW.zone, NEW.district, NEW.state, NEW.due_at, NEW.answered_at,
      NEW.confirmed_at, NEW.extension, NEW.reopenings, NEW.hand_backs, NEW.shares_comment, NEW.track, NEW.annulled_at, public.local_month(NEW.updated_at)))
  EXECUTE FUNCTION public.tally_issue();
--> statement-breakpoint
CREATE FUNCTION public.tally_coordination() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  here public.issues;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT * INTO here FROM public.issues i WHERE i.id = OLD.issue_id;
    PERFORM public.tally(here, NULL, OLD.unit);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT * INTO here FROM public.issues i WHERE i.id = NEW.issue_id;
    PERFORM public.tally(NULL, here, NEW.unit);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tally_coordination AFTER INSERT OR UPDATE OR DELETE ON public.issue_coordinating_units FOR EACH ROW EXECUTE FUNCTION public.tally_coordination();
--> statement-breakpoint
-- Sums up the changes written so far. All of it is one statement, so one snapshot: what is taken from the changes, the
-- issues whose day passed since the last time, and the sums are of the same moment, while writers go on.
CREATE FUNCTION public.fold_tallies(instant timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('public.fold_tallies'));
  WITH since AS MATERIALIZED (SELECT s.folded_at AS at, greatest(s.folded_at, instant) AS until FROM public.tally_state s),
  taken AS (DELETE FROM public.tally_changes RETURNING *),
  passed AS (
    SELECT c.* FROM public.issue_cells c, since WHERE c.issue_id = ANY (ARRAY(
      SELECT i.id FROM public.issues i, since WHERE i.state IN ('received', 'routed', 'inProgress', 'awaitingEnterprise', 'awaitingApproval', 'escalatedUpward')
        AND i.annulled_at IS NULL AND i.due_at >= since.at AND i.due_at < since.until))
  ),
  moved AS (
    SELECT t.n, t.coordinating, t.conference_id, t.group_code, t.topic_code, t.lead_unit, t.month, t.zone, t.district, t.settled, t.state,
      t.marks | CASE WHEN t.due_at < since.at THEN 2 ELSE 0 END AS marks
    FROM taken t, since
    UNION ALL
    SELECT side.n, p.coordinating, p.conference_id, p.group_code, p.topic_code, p.lead_unit, p.month, p.zone, p.district, p.settled, p.state, p.marks | side.overdue
    FROM passed p, (VALUES (-1, 0), (1, 2)) AS side (n, overdue)
  ),
  summed AS (
    SELECT d.dimension, w.within, coalesce(d.key, '') AS key, coalesce(w.key, '') AS within_key, m.state, m.marks, sum(m.n) AS n
    FROM moved m
    CROSS JOIN LATERAL (VALUES
      ('group', m.group_code), ('topic', m.topic_code), ('unit', m.lead_unit), ('conference', m.conference_id::text),
      ('month', m.month::text), ('zone', m.zone), ('district', m.district), ('coordinating', m.coordinating)
    ) AS d (dimension, key)
    CROSS JOIN LATERAL (VALUES ('all', ''), ('group', m.group_code), ('month', m.month::text), ('conference', m.conference_id::text), ('settled', m.settled::text)) AS w (within, key)
    WHERE (d.dimension = 'coordinating') = (m.coordinating IS NOT NULL)
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(m.n) <> 0
  ),
  put AS (
    INSERT INTO public.tallies AS t SELECT * FROM summed ORDER BY dimension, within, key, within_key
    ON CONFLICT (dimension, within, key, within_key, state, marks) DO UPDATE SET n = t.n + excluded.n
  )
  UPDATE public.tally_state s SET folded_at = since.until FROM since;
  DELETE FROM public.tallies t WHERE t.n = 0;
END $$;
--> statement-breakpoint
-- Counts everything anew. The lock keeps out who writes meanwhile, and waits for who has written and not committed.
CREATE FUNCTION public.rebuild_tallies(instant timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('public.fold_tallies'));
  LOCK TABLE public.tally_changes IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM public.tally_changes;
  DELETE FROM public.tallies;
  UPDATE public.tally_state SET folded_at = instant;
  INSERT INTO public.tally_changes (n, coordinating, conference_id, group_code, topic_code, lead_unit, month, zone, district, settled, state, due_at, marks)
  SELECT 1, c.coordinating, c.conference_id, c.group_code, c.topic_code, c.lead_unit, c.month, c.zone, c.district, c.settled, c.state, c.due_at, c.marks FROM public.issue_cells c;
  PERFORM public.fold_tallies(instant);
END $$;
--> statement-breakpoint
SELECT public.rebuild_tallies(now());
