CREATE TABLE "attachments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attachments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_id" bigint NOT NULL,
	"issue_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"event_seq" integer,
	"comment_id" bigint,
	"opinion_id" bigint,
	"answer_id" bigint,
	"commitment_id" bigint,
	"unit" text,
	"for_filer" boolean DEFAULT false NOT NULL,
	CONSTRAINT "attachments_kind" CHECK ("kind" in ('filing', 'supply', 'opinion', 'answer', 'evidence'))
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"storage" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"status_note" text,
	"scan_attempts" integer DEFAULT 0 NOT NULL,
	"scan_after" timestamp with time zone,
	"scanned_at" timestamp with time zone,
	"for_issue" bigint,
	"uploaded_by" bigint,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "files_storage_unique" UNIQUE("storage"),
	CONSTRAINT "files_status" CHECK ("status" in ('pending', 'clean', 'infected', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_opinion_id_opinions_id_fk" FOREIGN KEY ("opinion_id") REFERENCES "public"."opinions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_for_issue_issues_id_fk" FOREIGN KEY ("for_issue") REFERENCES "public"."issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_issue" ON "attachments" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "attachments_of_file" ON "attachments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "attachments_of_comment" ON "attachments" USING btree ("comment_id") WHERE comment_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_of_answer" ON "attachments" USING btree ("answer_id","file_id");--> statement-breakpoint
CREATE INDEX "files_to_scan" ON "files" USING btree ("scan_after","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "files_of_uploader" ON "files" USING btree ("uploaded_by","uploaded_at");--> statement-breakpoint
-- Only what hangs on a draft may be taken off again: what an event names stays where it hangs.
CREATE FUNCTION public.keep_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.event_seq IS NOT NULL THEN
    RAISE EXCEPTION 'what an event has attached stays attached' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_attachment BEFORE UPDATE OR DELETE ON public.attachments FOR EACH ROW EXECUTE FUNCTION public.keep_attachment();
--> statement-breakpoint
-- A file is what was received: only what the scanner said of it changes, and its uploader may leave the house.
CREATE FUNCTION public.keep_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.storage, NEW.name, NEW.type, NEW.size, NEW.sha256, NEW.for_issue, NEW.uploaded_at)
    IS DISTINCT FROM (OLD.storage, OLD.name, OLD.type, OLD.size, OLD.sha256, OLD.for_issue, OLD.uploaded_at)
  THEN
    RAISE EXCEPTION 'a file is kept as received' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_file BEFORE UPDATE ON public.files FOR EACH ROW EXECUTE FUNCTION public.keep_file();
