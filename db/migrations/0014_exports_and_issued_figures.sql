CREATE TABLE "exports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"person_id" bigint NOT NULL,
	"person_name" text NOT NULL,
	"on_behalf_of" text,
	"role" text NOT NULL,
	"unit" text,
	"what" text NOT NULL,
	"format" text NOT NULL,
	"path" text NOT NULL,
	"filter" text NOT NULL,
	"rows" integer,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issued_figures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issued_figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"person_id" bigint NOT NULL,
	"person_name" text NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "issued_figures_number" UNIQUE("year","number")
);
--> statement-breakpoint
CREATE TABLE "report_letter_choices" (
	"person_id" bigint NOT NULL,
	"letter" text NOT NULL,
	"wanted" boolean NOT NULL,
	CONSTRAINT "report_letter_choices_person_id_letter_pk" PRIMARY KEY("person_id","letter"),
	CONSTRAINT "report_letter_choices_letter" CHECK ("letter" in ('daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE "report_letters_made" (
	"person_id" bigint NOT NULL,
	"letter" text NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "report_letters_made_person_id_letter_on_day_pk" PRIMARY KEY("person_id","letter","on_day"),
	CONSTRAINT "report_letters_made_letter" CHECK ("letter" in ('daily', 'weekly'))
);
--> statement-breakpoint
ALTER TABLE "report_letter_choices" ADD CONSTRAINT "report_letter_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_letters_made" ADD CONSTRAINT "report_letters_made_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_of_person" ON "exports" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "report_letters_by_day" ON "report_letters_made" USING btree ("on_day");--> statement-breakpoint
SELECT public.make_append_only($$public.exports$$);--> statement-breakpoint
SELECT public.make_append_only($$public.issued_figures$$);
