CREATE TABLE "cover_specs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"format_id" uuid NOT NULL,
	"brief_version" integer NOT NULL,
	"kind" text NOT NULL,
	"spec" jsonb,
	"measures" jsonb,
	"pages_final" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cover_specs_kind" CHECK ("cover_specs"."kind" in ('ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square', 'custom'))
);
--> statement-breakpoint
ALTER TABLE "briefs" ADD COLUMN "direction" text;--> statement-breakpoint
ALTER TABLE "cover_specs" ADD CONSTRAINT "cover_specs_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cover_specs_of_format" ON "cover_specs" USING btree ("format_id","brief_version");--> statement-breakpoint
CREATE INDEX "cover_specs_of_brief" ON "cover_specs" USING btree ("brief_id","format_id","brief_version");--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_direction" CHECK ("briefs"."direction" in ('ltr', 'rtl'));--> statement-breakpoint
-- What files were checked against stays what it was.
CREATE FUNCTION "cover_specs_are_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'cover_specs are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "cover_specs_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "cover_specs"
	FOR EACH STATEMENT EXECUTE FUNCTION "cover_specs_are_append_only"();
