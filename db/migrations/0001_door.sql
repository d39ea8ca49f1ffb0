-- After a crash everybody begins anew; a write costs no write-ahead log.
CREATE UNLOGGED TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_type";--> statement-breakpoint
ALTER TABLE "people" DROP CONSTRAINT "people_role";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "organisation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "welcome_step" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "provider_groups" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "suspended_reason" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
CREATE INDEX "events_of_actor" ON "events" USING btree ("actor_id","created_at");--> statement-breakpoint
CREATE INDEX "people_feed" ON "people" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin (("name" || ' ' || "email") gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_id_unique" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_type" CHECK ("events"."type" in ('person.first_seen', 'person.role_chosen', 'person.changed', 'person.role_changed', 'person.suspended', 'person.reinstated', 'profile.changed', 'brief.drafted', 'brief.duplicated', 'brief.changed', 'brief.published', 'brief.paused', 'brief.reopened', 'brief.closed', 'brief.cancelled', 'brief.reference_added', 'brief.reference_removed', 'piece.added', 'piece.changed', 'piece.shown', 'piece.image_replaced', 'piece.moved', 'piece.removed'));--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_welcome_step" CHECK ("people"."welcome_step" in ('role', 'about', 'work'));--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_role" CHECK ("people"."role" in ('newcomer', 'hiring_user', 'designer', 'admin'));--> statement-breakpoint
-- What happened is written once: nobody who speaks SQL through this schema alters it.
CREATE FUNCTION "events_are_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "events"
	FOR EACH STATEMENT EXECUTE FUNCTION "events_are_append_only"();
