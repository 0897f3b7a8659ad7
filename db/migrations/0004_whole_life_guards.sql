SELECT public.make_append_only('public.deadline_changes');
--> statement-breakpoint
SELECT public.make_append_only('public.internal_notes');
--> statement-breakpoint
-- What was handed in for approval is what is approved: its words and their hash stay, whoever may write to the table.
CREATE FUNCTION public.keep_submitted_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_at IS NOT NULL
    AND (NEW.issue_id, NEW.number, NEW.kind, NEW.text, NEW.sha256, NEW.legal_ground, NEW.submitted_at)
      IS DISTINCT FROM (OLD.issue_id, OLD.number, OLD.kind, OLD.text, OLD.sha256, OLD.legal_ground, OLD.submitted_at)
  THEN
    RAISE EXCEPTION 'a submitted answer is kept as submitted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_submitted_answer BEFORE UPDATE ON public.answers FOR EACH ROW EXECUTE FUNCTION public.keep_submitted_answer();
--> statement-breakpoint
-- Who may act in whose role on a local date: the person named, and whoever stands in for them while they are away too.
-- `acts` marks the end of each chain, to whom notices follow. A circle, which no form lets in, would end where it closes.
CREATE FUNCTION public.stand_ins(day date)
RETURNS TABLE (membership_id bigint, person_id bigint, until_on date, acts boolean)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH RECURSIVE away AS (
    SELECT d.membership_id, m.person_id, d.to_person_id, d.until_on
    FROM public.delegations d
    JOIN public.memberships m ON m.id = d.membership_id
    JOIN public.people p ON p.id = m.person_id
    JOIN public.people q ON q.id = d.to_person_id
    WHERE d.ended_at IS NULL AND day BETWEEN d.from_on AND d.until_on AND p.disabled_at IS NULL AND q.disabled_at IS NULL
      AND (m.valid_from IS NULL OR m.valid_from <= day) AND (m.valid_to IS NULL OR m.valid_to >= day)
  ), chain AS (
    SELECT a.membership_id, a.to_person_id AS person_id, a.until_on, ARRAY[a.person_id, a.to_person_id] AS path FROM away a
    UNION ALL
    SELECT c.membership_id, a.to_person_id, least(c.until_on, a.until_on), c.path || a.to_person_id
    FROM chain c JOIN away a ON a.person_id = c.person_id AND a.to_person_id <> ALL (c.path)
  )
  SELECT c.membership_id, c.person_id, c.until_on, NOT EXISTS (SELECT FROM away a WHERE a.person_id = c.person_id) FROM chain c;
END;
--> statement-breakpoint
-- Each ended unit and the one that stands for it now: along its successors while there is exactly one. A unit that became
-- several has no line of its own, because nobody can say which took what is done. The depth ends a ring, which is refused.
CREATE VIEW public.unit_heirs AS
  WITH RECURSIVE only_one AS (
    SELECT s.unit, min(s.successor) AS successor FROM public.unit_successors s GROUP BY s.unit HAVING count(*) = 1
  ), line AS (
    SELECT o.unit, o.successor AS now, 1 AS depth FROM only_one o
    UNION ALL
    SELECT l.unit, o.successor, l.depth + 1 FROM line l JOIN only_one o ON o.unit = l.now WHERE l.depth < 20
  )
  SELECT DISTINCT ON (unit) unit, now FROM line ORDER BY unit, depth DESC;
