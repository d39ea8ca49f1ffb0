DROP INDEX "mails_to_send";--> statement-breakpoint
DROP INDEX "notifications_unread";--> statement-breakpoint
DROP INDEX "notifications_to_mail";--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "topic" text;--> statement-breakpoint
UPDATE "notifications" SET "topic" = coalesce((SELECT CASE split_part(e."type", '.', 1)
  WHEN 'project' THEN 'projects' WHEN 'milestone' THEN 'projects' WHEN 'amendment' THEN 'projects'
  WHEN 'invoice' THEN 'money' WHEN 'payment' THEN 'money'
  WHEN 'message' THEN 'messages' WHEN 'review' THEN 'reviews' WHEN 'report' THEN 'reports' END
FROM "events" e WHERE e."id" = "notifications"."event_id"), 'proposals');--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "topic" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "mails_not_sent" ON "mails" USING btree ("state","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "mails"."state" <> 'sent';--> statement-breakpoint
CREATE INDEX "mails_age" ON "mails" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id","topic") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_to_mail" ON "notifications" USING btree ("person_id","created_at") WHERE "notifications"."mailed_at" is null and "notifications"."read_at" is null;