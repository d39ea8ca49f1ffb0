CREATE TABLE "blocks" (
	"person_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocks_person_id_blocked_id_pk" PRIMARY KEY("person_id","blocked_id"),
	CONSTRAINT "blocks_of_others" CHECK ("blocks"."person_id" <> "blocks"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_readers" (
	"conversation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conversation_readers_conversation_id_person_id_pk" PRIMARY KEY("conversation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"publisher_id" uuid NOT NULL,
	"designer_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"said_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_files" (
	"message_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "message_files_message_id_file_id_pk" PRIMARY KEY("message_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', "messages"."body")) STORED
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reporter_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "reports_subject" CHECK ("reports"."subject" in ('person', 'message', 'brief', 'piece', 'review')),
	CONSTRAINT "reports_ground" CHECK ("reports"."ground" in ('spam', 'abuse', 'stolen', 'ai', 'off_platform', 'other')),
	CONSTRAINT "reports_state" CHECK ("reports"."state" in ('open', 'upheld', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delivery_id" uuid NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"round" smallint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"milestone_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('draft', 'delivered'))
);
--> statement-breakpoint
CREATE TABLE "delivery_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delivery_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"role" text NOT NULL,
	"cover_spec_id" uuid,
	"findings" jsonb,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_files_role" CHECK ("delivery_files"."role" in ('cover', 'sketch', 'source', 'font', 'licence', 'other'))
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"project_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"declared" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handovers_project_id_delivery_id_pk" PRIMARY KEY("project_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "pins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"delivery_file_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"x" real NOT NULL,
	"y" real NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	CONSTRAINT "pins_inside" CHECK ("pins"."x" between 0 and 1 and "pins"."y" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"milestone_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"body" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"key" text NOT NULL,
	"facts" jsonb,
	"refusal" text DEFAULT '' NOT NULL,
	"picture_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"measured_at" timestamp (3) with time zone,
	CONSTRAINT "files_key_unique" UNIQUE("key"),
	CONSTRAINT "files_state" CHECK ("files"."state" in ('waiting', 'ready', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"unsubscribe_key" uuid DEFAULT gen_random_uuid() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_preferences_unsubscribeKey_unique" UNIQUE("unsubscribe_key")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"topic" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_fault" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "mails_occasion_unique" UNIQUE("occasion"),
	CONSTRAINT "mails_state" CHECK ("mails"."state" in ('waiting', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mailed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "invoice_books" (
	"designer_id" uuid PRIMARY KEY NOT NULL,
	"next_number" integer DEFAULT 1 NOT NULL,
	"seller" text DEFAULT '' NOT NULL,
	"tax_name" text DEFAULT '' NOT NULL,
	"tax_rate" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"designer_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"net" integer NOT NULL,
	"tax_name" text DEFAULT '' NOT NULL,
	"tax_rate" integer DEFAULT 0 NOT NULL,
	"tax" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"seller" text NOT NULL,
	"buyer" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"corrects" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_sum" CHECK ("invoices"."total" = "invoices"."net" + "invoices"."tax")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"recorded_by" text NOT NULL,
	"amount" integer NOT NULL,
	"paid_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "payments_recorded_by" CHECK ("payments"."recorded_by" in ('designer', 'publisher')),
	CONSTRAINT "payments_of_something" CHECK ("payments"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"author" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"changes" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"scope" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "amendments_author" CHECK ("amendments"."author" in ('designer', 'publisher')),
	CONSTRAINT "amendments_state" CHECK ("amendments"."state" in ('proposed', 'accepted', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_by" text NOT NULL,
	"stood_at" text NOT NULL,
	"ground" text NOT NULL,
	"statement" text NOT NULL,
	"wish" text DEFAULT '' NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"replied_at" timestamp (3) with time zone,
	"decision" text DEFAULT '' NOT NULL,
	"award" integer,
	"decided_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "disputes_state" CHECK ("disputes"."state" in ('open', 'settled', 'resolved')),
	CONSTRAINT "disputes_opened_by" CHECK ("disputes"."opened_by" in ('designer', 'publisher')),
	CONSTRAINT "disputes_ground" CHECK ("disputes"."ground" in ('late', 'not_as_agreed', 'rounds', 'payment', 'rights', 'conduct', 'other'))
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" smallint NOT NULL,
	"state" text DEFAULT 'due' NOT NULL,
	"due_on" date,
	"delivered_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"clock_at" timestamp (3) with time zone,
	CONSTRAINT "milestones_kind" CHECK ("milestones"."kind" in ('concepts', 'front', 'wrap', 'handover')),
	CONSTRAINT "milestones_state" CHECK ("milestones"."state" in ('due', 'delivered', 'changes_requested', 'approved', 'stale'))
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"publisher_id" uuid NOT NULL,
	"designer_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'agreed' NOT NULL,
	"contract" jsonb NOT NULL,
	"contract_hash" text NOT NULL,
	"terms" jsonb NOT NULL,
	"rounds_used" smallint DEFAULT 0 NOT NULL,
	"ended_by" text,
	"end_reason" text DEFAULT '' NOT NULL,
	"settlement" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "projects_proposalId_unique" UNIQUE("proposal_id"),
	CONSTRAINT "projects_state" CHECK ("projects"."state" in ('agreed', 'concepts', 'front', 'wrap', 'handover', 'completed', 'cancelled', 'disputed', 'resolved')),
	CONSTRAINT "projects_ended_by" CHECK ("projects"."ended_by" in ('designer', 'publisher'))
);
--> statement-breakpoint
CREATE TABLE "guest_votes" (
	"link_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"guest" uuid NOT NULL,
	"name" text NOT NULL,
	"score" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guest_votes_link_id_guest_proposal_id_pk" PRIMARY KEY("link_id","guest","proposal_id"),
	CONSTRAINT "guest_votes_score" CHECK ("guest_votes"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "proposal_notes" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_samples" (
	"proposal_id" uuid NOT NULL,
	"piece_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "proposal_samples_proposal_id_piece_id_pk" PRIMARY KEY("proposal_id","piece_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"author" text NOT NULL,
	"message" text NOT NULL,
	"terms" jsonb NOT NULL,
	"valid_until" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_versions_proposal_id_number_pk" PRIMARY KEY("proposal_id","number"),
	CONSTRAINT "proposal_versions_author" CHECK ("proposal_versions"."author" in ('designer', 'publisher'))
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"designer_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"author" text DEFAULT 'designer' NOT NULL,
	"draft" jsonb,
	"draft_by" text,
	"valid_until" date,
	"decline_reason" text DEFAULT '' NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposals_state" CHECK ("proposals"."state" in ('draft', 'submitted', 'shortlisted', 'accepted', 'declined', 'withdrawn', 'expired')),
	CONSTRAINT "proposals_author" CHECK ("proposals"."author" in ('designer', 'publisher')),
	CONSTRAINT "proposals_draft_by" CHECK ("proposals"."draft_by" in ('designer', 'publisher')),
	CONSTRAINT "proposals_sent_complete" CHECK ("proposals"."state" = 'draft' or ("proposals"."version" > 0 and "proposals"."submitted_at" is not null and "proposals"."valid_until" is not null))
);
--> statement-breakpoint
CREATE TABLE "vote_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"shows_price" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "vote_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"ratings" jsonb NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"reply" text DEFAULT '' NOT NULL,
	"replied_at" timestamp (3) with time zone,
	CONSTRAINT "reviews_side" CHECK ("reviews"."side" in ('designer', 'publisher'))
);
--> statement-breakpoint
CREATE TABLE "brief_saves" (
	"person_id" uuid NOT NULL,
	"brief_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_saves_person_id_brief_id_pk" PRIMARY KEY("person_id","brief_id")
);
--> statement-breakpoint
CREATE TABLE "designer_saves" (
	"person_id" uuid NOT NULL,
	"designer_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "designer_saves_person_id_designer_id_pk" PRIMARY KEY("person_id","designer_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"frequency" text DEFAULT 'daily' NOT NULL,
	"feed_key" uuid DEFAULT gen_random_uuid() NOT NULL,
	"told_until" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_feedKey_unique" UNIQUE("feed_key"),
	CONSTRAINT "saved_searches_kind" CHECK ("saved_searches"."kind" in ('briefs', 'designers', 'covers')),
	CONSTRAINT "saved_searches_frequency" CHECK ("saved_searches"."frequency" in ('off', 'daily', 'weekly'))
);
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_type";--> statement-breakpoint
ALTER TABLE "brief_invitations" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "brief_invitations" ADD COLUMN "declined_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "brief_invitations" ADD COLUMN "decline_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "brief_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_people_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_readers" ADD CONSTRAINT "conversation_readers_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_readers" ADD CONSTRAINT "conversation_readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_publisher_id_people_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_files" ADD CONSTRAINT "delivery_files_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_files" ADD CONSTRAINT "delivery_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_files" ADD CONSTRAINT "delivery_files_cover_spec_id_cover_specs_id_fk" FOREIGN KEY ("cover_spec_id") REFERENCES "public"."cover_specs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_request_id_change_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."change_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_delivery_file_id_delivery_files_id_fk" FOREIGN KEY ("delivery_file_id") REFERENCES "public"."delivery_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_picture_id_images_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_books" ADD CONSTRAINT "invoice_books_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_publisher_id_people_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_votes" ADD CONSTRAINT "guest_votes_link_id_vote_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."vote_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_votes" ADD CONSTRAINT "guest_votes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_notes" ADD CONSTRAINT "proposal_notes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_samples" ADD CONSTRAINT "proposal_samples_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_samples" ADD CONSTRAINT "proposal_samples_piece_id_pieces_id_fk" FOREIGN KEY ("piece_id") REFERENCES "public"."pieces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_links" ADD CONSTRAINT "vote_links_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_saves" ADD CONSTRAINT "brief_saves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_saves" ADD CONSTRAINT "brief_saves_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designer_saves" ADD CONSTRAINT "designer_saves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designer_saves" ADD CONSTRAINT "designer_saves_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocks_of_blocked" ON "blocks" USING btree ("blocked_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_one_each" ON "conversations" USING btree ("brief_id","designer_id");--> statement-breakpoint
CREATE INDEX "conversations_of_publisher" ON "conversations" USING btree ("publisher_id","said_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "conversations_of_designer" ON "conversations" USING btree ("designer_id","said_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "message_files_file" ON "message_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "messages_of_conversation" ON "messages" USING btree ("conversation_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin ("search");--> statement-breakpoint
CREATE INDEX "reports_feed" ON "reports" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "reports_of_person" ON "reports" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "change_requests_one_draft" ON "change_requests" USING btree ("delivery_id") WHERE "change_requests"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "change_requests_of_delivery" ON "change_requests" USING btree ("delivery_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_number" ON "deliveries" USING btree ("milestone_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_draft" ON "deliveries" USING btree ("milestone_id") WHERE "deliveries"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "deliveries_of_project" ON "deliveries" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_files_order" ON "delivery_files" USING btree ("delivery_id","position");--> statement-breakpoint
CREATE INDEX "delivery_files_file" ON "delivery_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pins_number" ON "pins" USING btree ("request_id","number");--> statement-breakpoint
CREATE INDEX "pins_of_file" ON "pins" USING btree ("delivery_file_id");--> statement-breakpoint
CREATE INDEX "questions_of_milestone" ON "questions" USING btree ("milestone_id","created_at");--> statement-breakpoint
CREATE INDEX "files_owner" ON "files" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "files_picture" ON "files" USING btree ("picture_id");--> statement-breakpoint
CREATE INDEX "mails_of_person" ON "mails" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_to_send" ON "mails" USING btree ("created_at") WHERE "mails"."state" <> 'sent';--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("person_id","event_id");--> statement-breakpoint
CREATE INDEX "notifications_of_person" ON "notifications" USING btree ("person_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_to_mail" ON "notifications" USING btree ("person_id","created_at") WHERE "notifications"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_event" ON "notifications" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "invoices" USING btree ("designer_id","number");--> statement-breakpoint
CREATE INDEX "invoices_of_project" ON "invoices" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "payments_of_project" ON "payments" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_number" ON "amendments" USING btree ("project_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_one_open" ON "disputes" USING btree ("project_id") WHERE "disputes"."state" = 'open';--> statement-breakpoint
CREATE INDEX "disputes_of_project" ON "disputes" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "disputes_open" ON "disputes" USING btree ("created_at") WHERE "disputes"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "milestones_one_each" ON "milestones" USING btree ("project_id","kind");--> statement-breakpoint
CREATE INDEX "milestones_clock" ON "milestones" USING btree ("clock_at");--> statement-breakpoint
CREATE INDEX "projects_of_publisher" ON "projects" USING btree ("publisher_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "projects_of_designer" ON "projects" USING btree ("designer_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "projects_of_brief" ON "projects" USING btree ("brief_id");--> statement-breakpoint
CREATE INDEX "guest_votes_of_proposal" ON "guest_votes" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposal_samples_of_piece" ON "proposal_samples" USING btree ("piece_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_each" ON "proposals" USING btree ("brief_id","designer_id") WHERE "proposals"."state" <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_accepted" ON "proposals" USING btree ("brief_id") WHERE "proposals"."state" = 'accepted';--> statement-breakpoint
CREATE INDEX "proposals_of_brief" ON "proposals" USING btree ("brief_id","submitted_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "proposals_of_designer" ON "proposals" USING btree ("designer_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "proposals_to_expire" ON "proposals" USING btree ("valid_until") WHERE "proposals"."state" in ('submitted', 'shortlisted');--> statement-breakpoint
CREATE INDEX "vote_links_of_brief" ON "vote_links" USING btree ("brief_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_each" ON "reviews" USING btree ("project_id","side");--> statement-breakpoint
CREATE INDEX "reviews_of_person" ON "reviews" USING btree ("person_id","shown_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "brief_saves_of_brief" ON "brief_saves" USING btree ("brief_id");--> statement-breakpoint
CREATE INDEX "designer_saves_of_designer" ON "designer_saves" USING btree ("designer_id");--> statement-breakpoint
CREATE INDEX "saved_searches_of_person" ON "saved_searches" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "events_of_brief" ON "events" USING btree ("brief_id","created_at","id") WHERE "events"."brief_id" is not null;--> statement-breakpoint
CREATE INDEX "events_of_project" ON "events" USING btree ("project_id","created_at","id") WHERE "events"."project_id" is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_type" CHECK ("events"."type" in ('person.first_seen', 'person.role_chosen', 'person.changed', 'person.role_changed', 'person.suspended', 'person.reinstated', 'profile.changed', 'brief.drafted', 'brief.duplicated', 'brief.changed', 'brief.published', 'brief.paused', 'brief.reopened', 'brief.closed', 'brief.cancelled', 'brief.reference_added', 'brief.reference_removed', 'brief.awarded', 'brief.released', 'designer.saved', 'designer.unsaved', 'brief.saved', 'brief.unsaved', 'match.made', 'invitation.sent', 'invitation.withdrawn', 'invitation.declined', 'search.saved', 'search.changed', 'search.removed', 'proposal.drafted', 'proposal.discarded', 'proposal.submitted', 'proposal.revised', 'proposal.countered', 'proposal.shortlisted', 'proposal.unlisted', 'proposal.accepted', 'proposal.declined', 'proposal.reconsidered', 'proposal.passed_over', 'proposal.withdrawn', 'proposal.renewed', 'proposal.expired', 'proposal.noted', 'vote.opened', 'vote.closed', 'vote.cast', 'project.agreed', 'project.started', 'project.advanced', 'project.completed', 'project.cancelled', 'project.disputed', 'project.replied', 'project.settled', 'project.resolved', 'project.pages_changed', 'milestone.delivered', 'milestone.approved', 'milestone.changes_requested', 'milestone.asked', 'milestone.answered', 'milestone.half_time', 'milestone.last_day', 'milestone.approved_unanswered', 'milestone.outdated', 'delivery.file_added', 'delivery.file_removed', 'amendment.proposed', 'amendment.accepted', 'amendment.rejected', 'amendment.withdrawn', 'invoice.issued', 'payment.recorded', 'payment.confirmed', 'payment.removed', 'conversation.opened', 'message.sent', 'person.blocked', 'person.unblocked', 'report.made', 'report.decided', 'review.given', 'review.shown', 'review.replied', 'mail.chosen', 'mail.sent_again', 'piece.added', 'piece.changed', 'piece.shown', 'piece.image_replaced', 'piece.moved', 'piece.removed'));--> statement-breakpoint
-- What was offered and what was invoiced stays what it was.
CREATE FUNCTION "is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% are append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "proposal_versions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "proposal_versions"
	FOR EACH STATEMENT EXECUTE FUNCTION "is_append_only"();--> statement-breakpoint
CREATE TRIGGER "invoices_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "invoices"
	FOR EACH STATEMENT EXECUTE FUNCTION "is_append_only"();--> statement-breakpoint
-- A contract is what was agreed.
CREATE FUNCTION "contract_is_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a contract is never altered' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "projects_contract_frozen" BEFORE UPDATE OF "contract", "contract_hash" ON "projects"
	FOR EACH ROW EXECUTE FUNCTION "contract_is_frozen"();
