CREATE TYPE "public"."storage_driver" AS ENUM('database', 'uploadthing');--> statement-breakpoint
CREATE TYPE "public"."access_title" AS ENUM('legal_representative');--> statement-breakpoint
CREATE TYPE "public"."draft_kind" AS ENUM('request', 'entry');--> statement-breakpoint
CREATE TYPE "public"."change_name" AS ENUM('session.started', 'session.ended', 'pin.chosen', 'draft.saved', 'draft.discarded', 'drafts.swept', 'attachment.kept', 'attachment.removed', 'attachment.downloaded', 'attachments.swept', 'request.submitted', 'request.messaged', 'request.supplemented', 'request.withdrawn', 'request.reopened', 'request.taken_up', 'request.released', 'request.transferred', 'request.documents_requested', 'request.replied', 'request.noted', 'request.closed', 'request.closure_announced', 'request.closed_for_missing_documents', 'replies.read', 'feedback.given');--> statement-breakpoint
CREATE TYPE "public"."delivery_status" AS ENUM('promised', 'handing_over', 'handed_over', 'undelivered', 'uncertain');--> statement-breakpoint
CREATE TYPE "public"."notification_channel" AS ENUM('email', 'sms');--> statement-breakpoint
CREATE TYPE "public"."officer_role" AS ENUM('officer', 'head');--> statement-breakpoint
CREATE TYPE "public"."unit_code" AS ENUM('FC', 'AN', 'RC', 'CO', 'AS');--> statement-breakpoint
CREATE TYPE "public"."request_act" AS ENUM('submit', 'message', 'supplement', 'withdraw', 'reopen', 'take_up', 'release', 'transfer', 'request_documents', 'reply', 'close', 'announce_closure', 'close_for_missing_documents');--> statement-breakpoint
CREATE TYPE "public"."request_outcome" AS ENUM('granted', 'partly_granted', 'not_granted', 'not_competent', 'documents_missing');--> statement-breakpoint
CREATE TYPE "public"."request_phase" AS ENUM('open', 'in_charge', 'closed');--> statement-breakpoint
CREATE TYPE "public"."request_status" AS ENUM('submitted', 'transferred', 'reopened', 'taken_up', 'awaiting_documents', 'supplemented', 'closed', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."thread_side" AS ENUM('contributor', 'office', 'system');--> statement-breakpoint
CREATE TYPE "public"."pin_level" AS ENUM('online', 'dispositivo');--> statement-breakpoint
CREATE TABLE "attachment_contents" (
	"attachment_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"uploader_id" uuid NOT NULL,
	"draft_id" uuid,
	"request_id" uuid,
	"entry_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage" "storage_driver" NOT NULL,
	"storage_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claimed_whole" CHECK (("attachments"."entry_id" is null) = ("attachments"."request_id" is null)),
	CONSTRAINT "kept_somewhere" CHECK (("attachments"."storage" = 'database') = ("attachments"."storage_key" is null))
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"title" "access_title",
	"contributor_id" uuid,
	"change" "change_name" NOT NULL,
	"entity_id" uuid NOT NULL,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "accesses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"title" "access_title" NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contributors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"codice_fiscale" text NOT NULL,
	"denomination" text NOT NULL,
	"office_code" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contributors_codiceFiscale_unique" UNIQUE("codice_fiscale")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "draft_kind" NOT NULL,
	"author_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"request_id" uuid,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL,
	"writer" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rating" integer NOT NULL,
	"page" text NOT NULL,
	"text" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"counted_since" timestamp (3) with time zone NOT NULL,
	"blocked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outgoing_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"change" "change_name" NOT NULL,
	"entry_id" uuid NOT NULL,
	"channel" "notification_channel" NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"status" "delivery_status" DEFAULT 'promised' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"provider_id" text,
	"last_error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"handed_over_at" timestamp (3) with time zone,
	CONSTRAINT "one_message_for_each_entry_and_address" UNIQUE("entry_id","channel","recipient")
);
--> statement-breakpoint
CREATE TABLE "administrators" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "officer_units" (
	"officer_id" uuid NOT NULL,
	"unit_code" "unit_code" NOT NULL,
	CONSTRAINT "officer_units_officer_id_unit_code_pk" PRIMARY KEY("officer_id","unit_code")
);
--> statement-breakpoint
CREATE TABLE "officers" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"office_code" text NOT NULL,
	"role" "officer_role" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"patron_day" text
);
--> statement-breakpoint
CREATE TABLE "units" (
	"code" "unit_code" PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protocol_counters" (
	"office_code" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "protocol_counters_office_code_year_pk" PRIMARY KEY("office_code","year")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"issued_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"protocollo" text NOT NULL,
	"office_code" text NOT NULL,
	"unit_code" "unit_code" NOT NULL,
	"topic_code" text NOT NULL,
	"area_code" text NOT NULL,
	"area_label" text NOT NULL,
	"topic_label" text NOT NULL,
	"facts" jsonb NOT NULL,
	"email" text,
	"mobile" text,
	"landline" text,
	"fax" text,
	"notify_by_email" boolean NOT NULL,
	"notify_by_sms" boolean NOT NULL,
	"status" "request_status" DEFAULT 'submitted' NOT NULL,
	"phase" "request_phase" GENERATED ALWAYS AS (case when "requests"."status" in ('submitted', 'reopened') then 'open'::request_phase when "requests"."status" in ('closed', 'withdrawn') then 'closed'::request_phase else 'in_charge'::request_phase end) STORED NOT NULL,
	"outcome" "request_outcome",
	"officer_id" uuid,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"expected_by" date NOT NULL,
	"paused_on" date,
	"documents_due_by" date,
	"closure_notice_ends_on" date,
	"closed_at" timestamp (3) with time zone,
	"reopenings" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "requests_protocollo_unique" UNIQUE("protocollo"),
	CONSTRAINT "a_closed_request_has_an_outcome" CHECK (("requests"."status" = 'closed') = ("requests"."outcome" is not null)),
	CONSTRAINT "an_ended_request_has_its_time" CHECK (("requests"."status" in ('closed', 'withdrawn')) = ("requests"."closed_at" is not null)),
	CONSTRAINT "a_notification_has_an_address" CHECK ((not "requests"."notify_by_email" or "requests"."email" is not null) and (not "requests"."notify_by_sms" or "requests"."mobile" is not null)),
	CONSTRAINT "someone_can_be_reached" CHECK ("requests"."email" is not null or "requests"."mobile" is not null)
);
--> statement-breakpoint
CREATE TABLE "thread_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"act" "request_act" NOT NULL,
	"side" "thread_side" NOT NULL,
	"author_id" uuid,
	"office_code" text,
	"unit_code" "unit_code",
	"text" text,
	"due_by" date,
	"outcome" "request_outcome",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "the_system_has_no_author" CHECK (("thread_entries"."side" = 'system') = ("thread_entries"."author_id" is null))
);
--> statement-breakpoint
CREATE TABLE "unread_replies" (
	"user_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	CONSTRAINT "unread_replies_user_id_contributor_id_request_id_entry_id_pk" PRIMARY KEY("user_id","contributor_id","request_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "topic_areas" (
	"code" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"code" text PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"label" text NOT NULL,
	"unit_code" "unit_code" NOT NULL,
	"guidance" text NOT NULL,
	"fields" jsonb NOT NULL,
	"attachment_hint" text NOT NULL,
	"synonyms" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"browser" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"codice_fiscale" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"pin_hash" text NOT NULL,
	"pin_level" "pin_level" NOT NULL,
	"pin_chosen_at" timestamp (3) with time zone,
	"initial_pin_expires_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_codiceFiscale_unique" UNIQUE("codice_fiscale")
);
--> statement-breakpoint
ALTER TABLE "attachment_contents" ADD CONSTRAINT "attachment_contents_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploader_id_users_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_entry_id_thread_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."thread_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_entry_id_thread_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."thread_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "administrators" ADD CONSTRAINT "administrators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_units" ADD CONSTRAINT "officer_units_officer_id_officers_user_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_units" ADD CONSTRAINT "officer_units_unit_code_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officers" ADD CONSTRAINT "officers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officers" ADD CONSTRAINT "officers_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_counters" ADD CONSTRAINT "protocol_counters_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_unit_code_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_topic_code_topics_code_fk" FOREIGN KEY ("topic_code") REFERENCES "public"."topics"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_officer_id_users_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_unit_code_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_replies" ADD CONSTRAINT "unread_replies_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_replies" ADD CONSTRAINT "unread_replies_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_replies" ADD CONSTRAINT "unread_replies_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_replies" ADD CONSTRAINT "unread_replies_entry_id_thread_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."thread_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_area_code_topic_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."topic_areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_unit_code_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_entry_id_index" ON "attachments" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "attachments_draft_id_index" ON "attachments" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "attachments_unclaimed" ON "attachments" USING btree ("created_at") WHERE entry_id is null;--> statement-breakpoint
CREATE INDEX "audit_events_entity_id_index" ON "audit_events" USING btree ("entity_id");--> statement-breakpoint
CREATE INDEX "audit_events_contributor_id_sequence_index" ON "audit_events" USING btree ("contributor_id","sequence");--> statement-breakpoint
CREATE INDEX "accesses_user_id_contributor_id_index" ON "accesses" USING btree ("user_id","contributor_id");--> statement-breakpoint
CREATE INDEX "accesses_contributor_id_index" ON "accesses" USING btree ("contributor_id");--> statement-breakpoint
CREATE INDEX "drafts_contributor_id_author_id_updated_at_index" ON "drafts" USING btree ("contributor_id","author_id","updated_at");--> statement-breakpoint
CREATE INDEX "drafts_author_id_request_id_index" ON "drafts" USING btree ("author_id","request_id");--> statement-breakpoint
CREATE INDEX "drafts_expires_at_index" ON "drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outgoing_messages_created_at_index" ON "outgoing_messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notes_request_id_created_at_index" ON "notes" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "requests_of_contributor" ON "requests" USING btree ("contributor_id","submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "requests_of_contributor_by_phase" ON "requests" USING btree ("contributor_id","phase","submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "requests_of_contributor_by_area" ON "requests" USING btree ("contributor_id","area_code","submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "requests_by_words" ON "requests" USING gin ("contributor_id","search");--> statement-breakpoint
CREATE INDEX "requests_to_take_up" ON "requests" USING btree ("office_code","unit_code","expected_by","id") WHERE status in ('submitted', 'transferred', 'reopened');--> statement-breakpoint
CREATE INDEX "requests_of_officer" ON "requests" USING btree ("officer_id","expected_by","id") WHERE status in ('taken_up', 'supplemented');--> statement-breakpoint
CREATE INDEX "requests_awaiting_documents" ON "requests" USING btree ("office_code","unit_code","expected_by","id") WHERE status = 'awaiting_documents';--> statement-breakpoint
CREATE INDEX "requests_closed" ON "requests" USING btree ("office_code","unit_code","closed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "requests_of_sender" ON "requests" USING btree ("submitted_by","submitted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "thread_entries_request_id_created_at_index" ON "thread_entries" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_user_id_last_seen_at_index" ON "sessions" USING btree ("user_id","last_seen_at");