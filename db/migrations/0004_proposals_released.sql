ALTER TABLE "proposals" DROP CONSTRAINT "proposals_draft_by";--> statement-breakpoint
DROP INDEX "proposals_one_each";--> statement-breakpoint
DROP INDEX "proposals_one_accepted";--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "released_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_each" ON "proposals" USING btree ("brief_id","designer_id") WHERE "proposals"."state" <> 'withdrawn' and "proposals"."released_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_accepted" ON "proposals" USING btree ("brief_id") WHERE "proposals"."state" = 'accepted' and "proposals"."released_at" is null;--> statement-breakpoint
ALTER TABLE "proposals" DROP COLUMN "draft_by";