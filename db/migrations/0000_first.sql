-- Misspelt titles are found by their trigrams, and facets by one index over words and lists. Both extensions are
-- trusted: the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE TABLE "brief_comparables" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"likes" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brief_formats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"printer" text,
	"trim_width" numeric(8, 4),
	"trim_height" numeric(8, 4),
	"trim_unit" text,
	"paper" text,
	"page_count" integer,
	"pages_final" boolean DEFAULT false NOT NULL,
	"spine_mm" numeric(7, 3),
	"notes" text DEFAULT '' NOT NULL,
	CONSTRAINT "brief_formats_kind" CHECK ("brief_formats"."kind" in ('ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square', 'custom')),
	CONSTRAINT "brief_formats_printer" CHECK ("brief_formats"."printer" in ('kdp', 'lulu', 'ingramspark', 'other')),
	CONSTRAINT "brief_formats_paper" CHECK ("brief_formats"."paper" in ('white', 'cream', 'groundwood', 'standard_color', 'premium_color')),
	CONSTRAINT "brief_formats_trim_unit" CHECK ("brief_formats"."trim_unit" in ('in', 'mm')),
	CONSTRAINT "brief_formats_pages" CHECK ("brief_formats"."page_count" between 1 and 3000)
);
--> statement-breakpoint
CREATE TABLE "brief_invitations" (
	"brief_id" uuid NOT NULL,
	"designer_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_invitations_brief_id_designer_id_pk" PRIMARY KEY("brief_id","designer_id")
);
--> statement-breakpoint
CREATE TABLE "brief_references" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"brief_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "briefs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"duplicate_of" uuid,
	"title" text DEFAULT '' NOT NULL,
	"subtitle" text DEFAULT '' NOT NULL,
	"author_name" text DEFAULT '' NOT NULL,
	"series" text DEFAULT '' NOT NULL,
	"series_number" text DEFAULT '' NOT NULL,
	"imprint" text DEFAULT '' NOT NULL,
	"isbn" text DEFAULT '' NOT NULL,
	"publication_on" date,
	"language" text DEFAULT 'en' NOT NULL,
	"genre" text,
	"audience" text,
	"covers_to_avoid" text DEFAULT '' NOT NULL,
	"blurb" text DEFAULT '' NOT NULL,
	"synopsis" text DEFAULT '' NOT NULL,
	"tone_words" text[] DEFAULT '{}' NOT NULL,
	"must_have" text DEFAULT '' NOT NULL,
	"must_avoid" text DEFAULT '' NOT NULL,
	"palette" text DEFAULT '' NOT NULL,
	"approach" text,
	"format_kinds" text[] DEFAULT '{}' NOT NULL,
	"production_notes" text DEFAULT '' NOT NULL,
	"budget_kind" text DEFAULT 'open' NOT NULL,
	"budget_min" integer,
	"budget_max" integer,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"budget_band" text DEFAULT 'open' NOT NULL,
	"budget_rank" integer DEFAULT 0 NOT NULL,
	"round_one_on" date,
	"final_on" date,
	"concepts" smallint,
	"revision_rounds" smallint,
	"rights_media" text[] DEFAULT '{}' NOT NULL,
	"rights_territory" text,
	"rights_term" text,
	"rights_exclusive" boolean DEFAULT true NOT NULL,
	"credit_line" text DEFAULT '' NOT NULL,
	"ai_policy" text,
	"stock_policy" text,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', "briefs"."title" || ' ' || "briefs"."subtitle" || ' ' || "briefs"."author_name"), 'A') ||
        setweight(to_tsvector('english', "briefs"."imprint" || ' ' || "briefs"."series"), 'B') ||
        setweight(to_tsvector('english', "briefs"."blurb" || ' ' || "briefs"."must_have"), 'C')) STORED,
	CONSTRAINT "briefs_state" CHECK ("briefs"."state" in ('draft', 'open', 'paused', 'awarded', 'closed', 'cancelled')),
	CONSTRAINT "briefs_visibility" CHECK ("briefs"."visibility" in ('public', 'invited')),
	CONSTRAINT "briefs_genre" CHECK ("briefs"."genre" in ('literary_fiction', 'crime_thriller', 'science_fiction', 'fantasy', 'romance', 'historical_fiction', 'horror', 'short_stories', 'poetry', 'young_adult', 'childrens', 'comics', 'biography_memoir', 'history', 'politics_society', 'philosophy_religion', 'science_nature', 'business', 'self_help', 'food_drink', 'travel', 'art_design', 'reference')),
	CONSTRAINT "briefs_audience" CHECK ("briefs"."audience" in ('adult', 'new_adult', 'young_adult', 'middle_grade', 'early_readers', 'picture_book', 'academic')),
	CONSTRAINT "briefs_approach" CHECK ("briefs"."approach" in ('open', 'typographic', 'illustrated', 'photographic')),
	CONSTRAINT "briefs_budget_kind" CHECK ("briefs"."budget_kind" in ('fixed', 'range', 'open')),
	CONSTRAINT "briefs_currency" CHECK ("briefs"."currency" in ('EUR', 'GBP', 'USD', 'CHF', 'CAD', 'AUD')),
	CONSTRAINT "briefs_budget_band" CHECK ("briefs"."budget_band" in ('under_300', 'from_300', 'from_600', 'over_1200', 'open')),
	CONSTRAINT "briefs_rights_territory" CHECK ("briefs"."rights_territory" in ('world', 'language', 'europe', 'north_america', 'uk_commonwealth')),
	CONSTRAINT "briefs_rights_term" CHECK ("briefs"."rights_term" in ('edition', 'five_years', 'ten_years', 'copyright')),
	CONSTRAINT "briefs_ai_policy" CHECK ("briefs"."ai_policy" in ('none', 'declared', 'open')),
	CONSTRAINT "briefs_stock_policy" CHECK ("briefs"."stock_policy" in ('none', 'licensed', 'open')),
	CONSTRAINT "briefs_rights_media" CHECK ("briefs"."rights_media" <@ array['print', 'ebook', 'audio', 'promotion', 'merchandise']::text[]),
	CONSTRAINT "briefs_format_kinds" CHECK ("briefs"."format_kinds" <@ array['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square', 'custom']::text[]),
	CONSTRAINT "briefs_published_complete" CHECK ("briefs"."state" in ('draft', 'cancelled') or ("briefs"."title" <> '' and "briefs"."genre" is not null
        and "briefs"."final_on" is not null and cardinality("briefs"."format_kinds") > 0 and "briefs"."published_at" is not null)),
	CONSTRAINT "briefs_budget_order" CHECK ("briefs"."budget_min" is null or "briefs"."budget_max" is null or "briefs"."budget_min" <= "briefs"."budget_max"),
	CONSTRAINT "briefs_dates_order" CHECK ("briefs"."round_one_on" is null or "briefs"."final_on" is null or "briefs"."round_one_on" <= "briefs"."final_on")
);
--> statement-breakpoint
CREATE TABLE "designers" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"genres" text[] DEFAULT '{}' NOT NULL,
	"styles" text[] DEFAULT '{}' NOT NULL,
	"formats" text[] DEFAULT '{}' NOT NULL,
	"availability" text DEFAULT 'now' NOT NULL,
	"price_band" text,
	"piece_count" integer DEFAULT 0 NOT NULL,
	"last_shown_at" timestamp (3) with time zone,
	"hidden" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', "designers"."name" || ' ' || "designers"."location"), 'A') ||
        setweight(to_tsvector('english', "designers"."headline"), 'B') || setweight(to_tsvector('english', "designers"."bio"), 'C')) STORED,
	CONSTRAINT "designers_slug_unique" UNIQUE("slug"),
	CONSTRAINT "designers_availability" CHECK ("designers"."availability" in ('now', 'soon', 'closed')),
	CONSTRAINT "designers_price_band" CHECK ("designers"."price_band" in ('under_300', 'from_300', 'from_600', 'over_1200')),
	CONSTRAINT "designers_genres" CHECK ("designers"."genres" <@ array['literary_fiction', 'crime_thriller', 'science_fiction', 'fantasy', 'romance', 'historical_fiction', 'horror', 'short_stories', 'poetry', 'young_adult', 'childrens', 'comics', 'biography_memoir', 'history', 'politics_society', 'philosophy_religion', 'science_nature', 'business', 'self_help', 'food_drink', 'travel', 'art_design', 'reference']::text[]),
	CONSTRAINT "designers_styles" CHECK ("designers"."styles" <@ array['typographic', 'illustrated', 'photographic', 'hand_lettered', 'collage', 'painterly', 'minimal', 'vintage']::text[]),
	CONSTRAINT "designers_formats" CHECK ("designers"."formats" <@ array['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square', 'custom']::text[])
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"type" text NOT NULL,
	"actor_id" uuid,
	"subject_id" uuid NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_type" CHECK ("events"."type" in ('person.first_seen', 'profile.changed', 'brief.drafted', 'brief.duplicated', 'brief.changed', 'brief.published', 'brief.paused', 'brief.reopened', 'brief.closed', 'brief.cancelled', 'brief.reference_added', 'brief.reference_removed', 'piece.added', 'piece.changed', 'piece.shown', 'piece.image_replaced', 'piece.moved', 'piece.removed'))
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"reach" text NOT NULL,
	"state" text DEFAULT 'preparing' NOT NULL,
	"prefix" text NOT NULL,
	"original_key" text,
	"original_name" text DEFAULT '' NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"sha256" text DEFAULT '' NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"colour" text DEFAULT '#8a8f98' NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"drawing" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "images_prefix_unique" UNIQUE("prefix"),
	CONSTRAINT "images_state" CHECK ("images"."state" in ('preparing', 'ready', 'failed')),
	CONSTRAINT "images_reach" CHECK ("images"."reach" in ('public', 'private'))
);
--> statement-breakpoint
CREATE TABLE "form_tokens" (
	"token" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"location" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_tokens_person_id_token_pk" PRIMARY KEY("person_id","token")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	"locale" text DEFAULT 'en-GB' NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_subject_unique" UNIQUE("subject"),
	CONSTRAINT "people_role" CHECK ("people"."role" in ('hiring_user', 'designer', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pieces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"designer_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"publisher" text DEFAULT '' NOT NULL,
	"genre" text,
	"format" text,
	"styles" text[] DEFAULT '{}' NOT NULL,
	"year" smallint,
	"role" text DEFAULT 'design' NOT NULL,
	"credit_line" text DEFAULT '' NOT NULL,
	"alt_text" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', "pieces"."title" || ' ' || "pieces"."author"), 'A') ||
        setweight(to_tsvector('english', "pieces"."publisher" || ' ' || "pieces"."about" || ' ' || "pieces"."alt_text"), 'C')) STORED,
	CONSTRAINT "pieces_genre" CHECK ("pieces"."genre" in ('literary_fiction', 'crime_thriller', 'science_fiction', 'fantasy', 'romance', 'historical_fiction', 'horror', 'short_stories', 'poetry', 'young_adult', 'childrens', 'comics', 'biography_memoir', 'history', 'politics_society', 'philosophy_religion', 'science_nature', 'business', 'self_help', 'food_drink', 'travel', 'art_design', 'reference')),
	CONSTRAINT "pieces_format" CHECK ("pieces"."format" in ('ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square', 'custom')),
	CONSTRAINT "pieces_role" CHECK ("pieces"."role" in ('design', 'illustration', 'design_and_illustration', 'lettering', 'photography', 'art_direction')),
	CONSTRAINT "pieces_styles" CHECK ("pieces"."styles" <@ array['typographic', 'illustrated', 'photographic', 'hand_lettered', 'collage', 'painterly', 'minimal', 'vintage']::text[]),
	CONSTRAINT "pieces_shown_complete" CHECK ("pieces"."shown_at" is null or ("pieces"."title" <> '' and "pieces"."author" <> '' and "pieces"."genre" is not null and "pieces"."format" is not null))
);
--> statement-breakpoint
ALTER TABLE "brief_comparables" ADD CONSTRAINT "brief_comparables_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_formats" ADD CONSTRAINT "brief_formats_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_invitations" ADD CONSTRAINT "brief_invitations_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_invitations" ADD CONSTRAINT "brief_invitations_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_references" ADD CONSTRAINT "brief_references_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_references" ADD CONSTRAINT "brief_references_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designers" ADD CONSTRAINT "designers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_tokens" ADD CONSTRAINT "form_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pieces" ADD CONSTRAINT "pieces_designer_id_designers_person_id_fk" FOREIGN KEY ("designer_id") REFERENCES "public"."designers"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pieces" ADD CONSTRAINT "pieces_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "brief_comparables_order" ON "brief_comparables" USING btree ("brief_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "brief_formats_order" ON "brief_formats" USING btree ("brief_id","position");--> statement-breakpoint
CREATE INDEX "brief_invitations_of_designer" ON "brief_invitations" USING btree ("designer_id");--> statement-breakpoint
CREATE INDEX "brief_references_of_brief" ON "brief_references" USING btree ("brief_id","created_at");--> statement-breakpoint
CREATE INDEX "brief_references_image" ON "brief_references" USING btree ("image_id");--> statement-breakpoint
CREATE INDEX "briefs_of_owner" ON "briefs" USING btree ("owner_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "briefs_latest" ON "briefs" USING btree ("updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "briefs_feed" ON "briefs" USING btree ("published_at" DESC NULLS LAST,"id" DESC NULLS LAST,"final_on","genre","budget_band","format_kinds") WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "briefs_feed_by_genre" ON "briefs" USING btree ("genre","published_at" DESC NULLS LAST,"id" DESC NULLS LAST,"final_on","budget_band","format_kinds") WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "briefs_feed_by_budget_band" ON "briefs" USING btree ("budget_band","published_at" DESC NULLS LAST,"id" DESC NULLS LAST,"final_on","genre","format_kinds") WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "briefs_by_deadline" ON "briefs" USING btree ("final_on","id","genre","budget_band","format_kinds") WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "briefs_by_budget" ON "briefs" USING btree ("budget_rank" DESC NULLS LAST,"id" DESC NULLS LAST,"final_on","genre","budget_band","format_kinds") WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "briefs_facets" ON "briefs" USING gin ("genre","budget_band","format_kinds") WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "briefs_search" ON "briefs" USING gin ("search") WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "briefs_title_trigrams" ON "briefs" USING gin ("title" gin_trgm_ops) WHERE "briefs"."state" = 'open' and "briefs"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "designers_feed" ON "designers" USING btree ("last_shown_at" DESC NULLS LAST,"person_id" DESC NULLS LAST) WHERE "designers"."last_shown_at" is not null and not "designers"."hidden";--> statement-breakpoint
CREATE INDEX "designers_search" ON "designers" USING gin ("search");--> statement-breakpoint
CREATE INDEX "events_of_subject" ON "events" USING btree ("subject_id","created_at");--> statement-breakpoint
CREATE INDEX "events_feed" ON "events" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "images_owner" ON "images" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "form_tokens_age" ON "form_tokens" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "pieces_of_designer" ON "pieces" USING btree ("designer_id","position");--> statement-breakpoint
CREATE INDEX "pieces_image" ON "pieces" USING btree ("image_id");--> statement-breakpoint
CREATE INDEX "pieces_feed" ON "pieces" USING btree ("shown_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "pieces"."shown_at" is not null;--> statement-breakpoint
CREATE INDEX "pieces_feed_by_genre" ON "pieces" USING btree ("genre","shown_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "pieces"."shown_at" is not null;--> statement-breakpoint
CREATE INDEX "pieces_styles" ON "pieces" USING gin ("styles");--> statement-breakpoint
CREATE INDEX "pieces_search" ON "pieces" USING gin ("search");