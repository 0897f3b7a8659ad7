-- When it was said and where it was read are part of what was received.
CREATE OR REPLACE FUNCTION public.keep_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.text, NEW.channel, NEW.conference_id, NEW.enterprise_id, NEW.file, NEW.sheet, NEW.row, NEW.row_key, NEW.passage, NEW.said_at, NEW.received_at)
    IS DISTINCT FROM
     (OLD.text, OLD.channel, OLD.conference_id, OLD.enterprise_id, OLD.file, OLD.sheet, OLD.row, OLD.row_key, OLD.passage, OLD.said_at, OLD.received_at)
  THEN
    RAISE EXCEPTION 'comments are kept as received' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
