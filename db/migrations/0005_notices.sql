CREATE TYPE "public"."campaign_status" AS ENUM('loading', 'unreadable', 'validated', 'releasing', 'paused', 'stopped', 'done', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."finding_severity" AS ENUM('refused', 'warned');--> statement-breakpoint
CREATE TYPE "public"."notice_act" AS ENUM('answer', 'declare_payment', 'begin', 'settle', 'annul', 'send_to_collection', 'withdraw', 'correct');--> statement-breakpoint
CREATE TYPE "public"."notice_kind" AS ENUM('DEB-OMI', 'DEB-SAN', 'DEB-PA', 'ANO-DEN', 'ANO-F24', 'ANO-VER', 'MAN-DEN', 'COM-LET', 'RIS-INT');--> statement-breakpoint
CREATE TYPE "public"."notice_status" AS ENUM('open', 'in_progress', 'settled', 'annulled', 'sent_to_collection', 'withdrawn', 'corrected');--> statement-breakpoint
CREATE TYPE "public"."paper_kind" AS ENUM('notice', 'reading_receipt');--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.published';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.marked_read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.marked_unread';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.payment_declared';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.begun';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.settled';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.annulled';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.sent_to_collection';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.withdrawn';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'notice.corrected';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'paper.kept';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.loaded';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.validated';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.sample_opened';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.approved';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.released';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.resumed';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.stopped';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.discarded';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'campaign.withdrawn';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'calendar.opened';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'calendar.closed';--> statement-breakpoint
CREATE TABLE "campaign_files" (
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "campaign_files_campaign_id_position_pk" PRIMARY KEY("campaign_id","position")
);
--> statement-breakpoint
CREATE TABLE "campaign_findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"severity" "finding_severity" NOT NULL,
	"line" integer NOT NULL,
	"column" text NOT NULL,
	"value" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_code" text NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"file_size" bigint NOT NULL,
	"file_sha256" text NOT NULL,
	"status" "campaign_status" DEFAULT 'loading' NOT NULL,
	"failure" text,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"lines" integer DEFAULT 0 NOT NULL,
	"refused_lines" integer DEFAULT 0 NOT NULL,
	"warned_lines" integer DEFAULT 0 NOT NULL,
	"refused_notices" integer DEFAULT 0 NOT NULL,
	"notices" integer DEFAULT 0 NOT NULL,
	"total_cents" bigint DEFAULT 0 NOT NULL,
	"released" integer DEFAULT 0 NOT NULL,
	"release_up_to" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "whoever_loads_does_not_approve" CHECK (approved_by is null or approved_by <> created_by),
	CONSTRAINT "released_within_its_stage" CHECK (released <= release_up_to and release_up_to <= notices)
);
--> statement-breakpoint
CREATE TABLE "sample_looks" (
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sample_looks_campaign_id_position_user_id_pk" PRIMARY KEY("campaign_id","position","user_id")
);
--> statement-breakpoint
CREATE TABLE "staged_notices" (
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"office_code" text NOT NULL,
	"external_number" text NOT NULL,
	"contributor_id" uuid NOT NULL,
	"notice" jsonb NOT NULL,
	"sampled_at" timestamp (3) with time zone,
	"line" integer NOT NULL,
	CONSTRAINT "staged_notices_campaign_id_position_pk" PRIMARY KEY("campaign_id","position"),
	CONSTRAINT "one_staged_notice_for_each_external_number" UNIQUE("office_code","external_number")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_feeds_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "notice_counts" (
	"contributor_id" uuid PRIMARY KEY NOT NULL,
	"unread" integer NOT NULL,
	"read" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"act" "notice_act" NOT NULL,
	"side" "thread_side" NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text,
	"request_id" uuid,
	"paid_on" date,
	"paid_cents" bigint,
	"corrected_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a_payment_has_its_day_and_amount" CHECK ((act = 'declare_payment') = (paid_on is not null and paid_cents is not null)),
	CONSTRAINT "an_answer_is_a_request" CHECK ((act = 'answer') = (request_id is not null))
);
--> statement-breakpoint
CREATE TABLE "notice_readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"title" "access_title" NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"first" boolean NOT NULL,
	CONSTRAINT "one_reading_for_each_person" UNIQUE("notice_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	"protocollo" text NOT NULL,
	"external_number" text NOT NULL,
	"campaign_id" uuid,
	"kind" "notice_kind" NOT NULL,
	"year" integer NOT NULL,
	"period_from" text NOT NULL,
	"period_to" text NOT NULL,
	"elaborated_on" date NOT NULL,
	"due_by" date,
	"contributions_cents" bigint NOT NULL,
	"sanctions_cents" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	"corrects_id" uuid,
	"status" "notice_status" DEFAULT 'open' NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"first_read_at" timestamp (3) with time zone,
	"unread" boolean GENERATED ALWAYS AS (first_read_at is null and status not in ('withdrawn', 'corrected')) STORED NOT NULL,
	"due_order" date GENERATED ALWAYS AS (coalesce(due_by, '9999-12-31'::date)) STORED NOT NULL,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "notices_protocollo_unique" UNIQUE("protocollo"),
	CONSTRAINT "one_notice_for_each_external_number" UNIQUE("office_code","external_number"),
	CONSTRAINT "amounts_are_not_negative" CHECK (contributions_cents >= 0 and sanctions_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "notices_seen" (
	"user_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	CONSTRAINT "notices_seen_user_id_notice_id_pk" PRIMARY KEY("user_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"kind" "paper_kind" NOT NULL,
	"notice_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "papers_kind_notice_id_pk" PRIMARY KEY("kind","notice_id")
);
--> statement-breakpoint
CREATE TABLE "payment_receipts" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outgoing_messages" ALTER COLUMN "entry_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "notice_id" uuid;--> statement-breakpoint
ALTER TABLE "campaign_files" ADD CONSTRAINT "campaign_files_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_findings" ADD CONSTRAINT "campaign_findings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_looks" ADD CONSTRAINT "sample_looks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_looks" ADD CONSTRAINT "sample_looks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_notices" ADD CONSTRAINT "staged_notices_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_notices" ADD CONSTRAINT "staged_notices_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_notices" ADD CONSTRAINT "staged_notices_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_counts" ADD CONSTRAINT "notice_counts_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_corrected_by_id_notices_id_fk" FOREIGN KEY ("corrected_by_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_readings" ADD CONSTRAINT "notice_readings_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_readings" ADD CONSTRAINT "notice_readings_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_readings" ADD CONSTRAINT "notice_readings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_corrects_id_notices_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices_seen" ADD CONSTRAINT "notices_seen_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices_seen" ADD CONSTRAINT "notices_seen_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_receipts" ADD CONSTRAINT "payment_receipts_event_id_notice_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."notice_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_findings_campaign_id_line_id_index" ON "campaign_findings" USING btree ("campaign_id","line","id");--> statement-breakpoint
CREATE INDEX "campaigns_office_code_created_at_index" ON "campaigns" USING btree ("office_code","created_at");--> statement-breakpoint
CREATE INDEX "campaigns_at_work" ON "campaigns" USING btree ("heartbeat_at") WHERE status in ('loading', 'releasing');--> statement-breakpoint
CREATE INDEX "calendar_feeds_user_id_contributor_id_index" ON "calendar_feeds" USING btree ("user_id","contributor_id");--> statement-breakpoint
CREATE INDEX "notice_events_notice_id_created_at_index" ON "notice_events" USING btree ("notice_id","created_at");--> statement-breakpoint
CREATE INDEX "notice_events_request_id_index" ON "notice_events" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_first_reading" ON "notice_readings" USING btree ("notice_id") WHERE first;--> statement-breakpoint
CREATE INDEX "notices_of_contributor" ON "notices" USING btree ("contributor_id","unread","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notices_of_contributor_by_due" ON "notices" USING btree ("contributor_id","unread","due_order","id");--> statement-breakpoint
CREATE INDEX "notices_by_words" ON "notices" USING gin ("contributor_id","search");--> statement-breakpoint
CREATE INDEX "notices_of_office" ON "notices" USING btree ("office_code","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notices_of_campaign" ON "notices" USING btree ("campaign_id","unread","due_order","id");--> statement-breakpoint
CREATE INDEX "notices_correcting" ON "notices" USING btree ("corrects_id");--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "one_message_for_each_campaign_and_address" UNIQUE("campaign_id","channel","recipient");--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "one_message_for_each_notice_and_address" UNIQUE("notice_id","channel","recipient");--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "it_tells_of_one_thing" CHECK (num_nonnulls(entry_id, campaign_id, notice_id) = 1);