CREATE TABLE "report_looks" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"before_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "report_looks" ADD CONSTRAINT "report_looks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;