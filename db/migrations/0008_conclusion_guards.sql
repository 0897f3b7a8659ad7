-- What was signed off is what was issued: neither the notice nor one of its tasks is written again, whoever may write.
CREATE FUNCTION public.keep_signed_conclusion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'signedOff' THEN
    RAISE EXCEPTION 'a notice of conclusions is kept as signed off' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_signed_conclusion BEFORE UPDATE OR DELETE ON public.conclusions FOR EACH ROW EXECUTE FUNCTION public.keep_signed_conclusion();
--> statement-breakpoint
CREATE FUNCTION public.keep_signed_task() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  task public.conclusion_tasks;
BEGIN
  task := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  IF EXISTS (SELECT FROM public.conclusions c WHERE c.id = task.conclusion_id AND c.state = 'signedOff') THEN
    RAISE EXCEPTION 'a task of a signed notice is kept as signed off' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN task;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_signed_task BEFORE INSERT OR UPDATE OR DELETE ON public.conclusion_tasks FOR EACH ROW EXECUTE FUNCTION public.keep_signed_task();
--> statement-breakpoint
CREATE FUNCTION public.keep_signed_task_issue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  link public.conclusion_task_issues;
BEGIN
  link := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  IF EXISTS (SELECT FROM public.conclusion_tasks t JOIN public.conclusions c ON c.id = t.conclusion_id
    WHERE t.id = link.task_id AND c.state = 'signedOff') THEN
    RAISE EXCEPTION 'a task of a signed notice is kept as signed off' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN link;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_signed_task_issue BEFORE INSERT OR UPDATE OR DELETE ON public.conclusion_task_issues FOR EACH ROW EXECUTE FUNCTION public.keep_signed_task_issue();
