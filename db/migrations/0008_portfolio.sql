CREATE TYPE "public"."contact_kind" AS ENUM('pec', 'email', 'mobile');--> statement-breakpoint
CREATE TYPE "public"."contact_status" AS ENUM('proposed', 'unverified', 'verified', 'replaced', 'removed', 'declined');--> statement-breakpoint
CREATE TYPE "public"."digest_rhythm" AS ENUM('at_once', 'daily', 'weekly');--> statement-breakpoint
CREATE TYPE "public"."news_kind" AS ENUM('notice', 'reply', 'deadline', 'delegation');--> statement-breakpoint
CREATE TYPE "public"."appointing_side" AS ENUM('contributor', 'office', 'system');--> statement-breakpoint
CREATE TYPE "public"."delegation_channel" AS ENUM('direct', 'indirect');--> statement-breakpoint
CREATE TYPE "public"."delegation_scope" AS ENUM('total', 'partial');--> statement-breakpoint
CREATE TYPE "public"."delegation_status" AS ENUM('proposed', 'awaiting_signature', 'active', 'suspended', 'expired', 'revoked', 'renounced', 'declined', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."representative_status" AS ENUM('proposed', 'active', 'declined', 'ended');--> statement-breakpoint
CREATE TYPE "public"."firm_kind" AS ENUM('firm', 'association');--> statement-breakpoint
CREATE TYPE "public"."firm_role" AS ENUM('holder', 'collaborator');--> statement-breakpoint
CREATE TYPE "public"."task_status" AS ENUM('to_do', 'waiting_client', 'done');--> statement-breakpoint
ALTER TYPE "public"."access_title" ADD VALUE 'other_representative';--> statement-breakpoint
ALTER TYPE "public"."access_title" ADD VALUE 'delegate';--> statement-breakpoint
ALTER TYPE "public"."access_title" ADD VALUE 'subdelegate';--> statement-breakpoint
ALTER TYPE "public"."access_title" ADD VALUE 'partial_delegate';--> statement-breakpoint
ALTER TYPE "public"."access_title" ADD VALUE 'partial_subdelegate';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'representative.appointed';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'representative.accepted';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'representative.declined';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'representative.ended';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.conferred';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.compiled';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.accepted';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.declined';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.cancelled';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.validated';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.revoked';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.renounced';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.suspended';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.reinstated';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.workers_changed';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'delegation.expired';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.registered';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.member_invited';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.member_accepted';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.member_declined';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.member_ended';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.subdelegated';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.subdelegation_ended';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.group_kept';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.group_removed';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.client_kept';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.task_kept';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'firm.exported';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'favourite.kept';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'bulk_request.begun';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'bulk_request.tried';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'contact.proposed';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'contact.code_sent';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'contact.verified';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'contact.confirmed';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'contact.declined';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'contact.removed';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'preferences.kept';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'digest.sent';--> statement-breakpoint
CREATE TABLE "contact_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid,
	"user_id" uuid,
	"kind" "contact_kind" NOT NULL,
	"value" text NOT NULL,
	"status" "contact_status" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_by" uuid,
	"verified_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "it_is_of_a_contributor_or_of_a_person" CHECK (num_nonnulls(contributor_id, user_id) = 1),
	CONSTRAINT "a_verified_contact_has_its_time" CHECK (status <> 'verified' or verified_at is not null)
);
--> statement-breakpoint
CREATE TABLE "digest_items" (
	"user_id" uuid NOT NULL,
	"kind" "news_kind" NOT NULL,
	"item_id" uuid NOT NULL,
	"event" text NOT NULL,
	"contributor_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"digest_id" uuid,
	CONSTRAINT "digest_items_user_id_item_id_event_pk" PRIMARY KEY("user_id","item_id","event")
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"contributor_id" uuid,
	"group_id" uuid,
	"kind" "news_kind" NOT NULL,
	"by_email" boolean NOT NULL,
	"by_sms" boolean NOT NULL,
	CONSTRAINT "one_preference_for_each_kind" UNIQUE NULLS NOT DISTINCT("user_id","contributor_id","group_id","kind"),
	CONSTRAINT "of_a_contributor_or_of_a_group" CHECK (num_nonnulls(contributor_id, group_id) <= 1)
);
--> statement-breakpoint
CREATE TABLE "notification_rhythms" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"rhythm" "digest_rhythm" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegation_workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"delegation_id" uuid NOT NULL,
	"codice_fiscale" text NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"channel" "delegation_channel" NOT NULL,
	"scope" "delegation_scope" NOT NULL,
	"exclusive" boolean NOT NULL,
	"status" "delegation_status" NOT NULL,
	"delegate_code" text NOT NULL,
	"delegate_id" uuid,
	"firm_id" uuid,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"signed_on" date,
	"activated_at" timestamp (3) with time zone,
	"activated_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	"reason" text,
	CONSTRAINT "it_does_not_end_before_it_starts" CHECK (ends_on is null or ends_on >= starts_on),
	CONSTRAINT "who_acts_is_known" CHECK (status not in ('active', 'suspended', 'expired', 'revoked', 'renounced') or (delegate_id is not null and activated_at is not null))
);
--> statement-breakpoint
CREATE TABLE "representatives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"codice_fiscale" text NOT NULL,
	"user_id" uuid,
	"status" "representative_status" NOT NULL,
	"appointed_by" uuid NOT NULL,
	"side" "appointing_side" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "an_appointment_does_not_end_before_it_starts" CHECK (ends_on is null or ends_on >= starts_on)
);
--> statement-breakpoint
CREATE TABLE "firms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "firm_kind" NOT NULL,
	"denomination" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client_group_members" (
	"group_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	CONSTRAINT "client_group_members_group_id_contributor_id_pk" PRIMARY KEY("group_id","contributor_id")
);
--> statement-breakpoint
CREATE TABLE "client_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"firm_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_group_for_each_name" UNIQUE("firm_id","name")
);
--> statement-breakpoint
CREATE TABLE "firm_clients" (
	"firm_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"client_code" text,
	"assignee_id" uuid,
	"note" text,
	CONSTRAINT "firm_clients_firm_id_contributor_id_pk" PRIMARY KEY("firm_id","contributor_id"),
	CONSTRAINT "one_client_for_each_code" UNIQUE("firm_id","client_code")
);
--> statement-breakpoint
CREATE TABLE "firm_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"firm_id" uuid NOT NULL,
	"codice_fiscale" text NOT NULL,
	"role" "firm_role" NOT NULL,
	"user_id" uuid,
	"invited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "firm_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"firm_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"notice_id" uuid,
	"request_id" uuid,
	"assignee_id" uuid,
	"status" "task_status" DEFAULT 'to_do' NOT NULL,
	"note" text,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_task_for_each_notice" UNIQUE("firm_id","notice_id"),
	CONSTRAINT "one_task_for_each_request" UNIQUE("firm_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "subdelegations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"firm_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"group_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "one_subdelegation_for_each_group" UNIQUE NULLS NOT DISTINCT("member_id","group_id","ended_at")
);
--> statement-breakpoint
CREATE TABLE "bulk_request_items" (
	"bulk_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"error" text,
	CONSTRAINT "bulk_request_items_bulk_id_contributor_id_pk" PRIMARY KEY("bulk_id","contributor_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"firm_id" uuid,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"user_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	CONSTRAINT "favourites_user_id_contributor_id_pk" PRIMARY KEY("user_id","contributor_id")
);
--> statement-breakpoint
CREATE TABLE "request_counts" (
	"contributor_id" uuid PRIMARY KEY NOT NULL,
	"open" integer NOT NULL,
	"awaiting" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"user_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visits_user_id_contributor_id_pk" PRIMARY KEY("user_id","contributor_id")
);
--> statement-breakpoint
ALTER TABLE "outgoing_messages" DROP CONSTRAINT "it_tells_of_one_thing";--> statement-breakpoint
ALTER TABLE "accesses" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "accesses" ADD COLUMN "firm_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_events" ADD COLUMN "title" "access_title";--> statement-breakpoint
ALTER TABLE "notice_events" ADD COLUMN "firm_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_readings" ADD COLUMN "firm_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "workers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD COLUMN "title" "access_title";--> statement-breakpoint
ALTER TABLE "thread_entries" ADD COLUMN "firm_id" uuid;--> statement-breakpoint
ALTER TABLE "contact_codes" ADD CONSTRAINT "contact_codes_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_rhythms" ADD CONSTRAINT "notification_rhythms_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_workers" ADD CONSTRAINT "delegation_workers_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_delegate_id_users_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_activated_by_users_id_fk" FOREIGN KEY ("activated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_appointed_by_users_id_fk" FOREIGN KEY ("appointed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_group_members" ADD CONSTRAINT "client_group_members_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_group_members" ADD CONSTRAINT "client_group_members_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_groups" ADD CONSTRAINT "client_groups_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_clients" ADD CONSTRAINT "firm_clients_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_clients" ADD CONSTRAINT "firm_clients_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_clients" ADD CONSTRAINT "firm_clients_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_members" ADD CONSTRAINT "firm_members_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_members" ADD CONSTRAINT "firm_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_tasks" ADD CONSTRAINT "firm_tasks_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_tasks" ADD CONSTRAINT "firm_tasks_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_tasks" ADD CONSTRAINT "firm_tasks_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_tasks" ADD CONSTRAINT "firm_tasks_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_tasks" ADD CONSTRAINT "firm_tasks_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_tasks" ADD CONSTRAINT "firm_tasks_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdelegations" ADD CONSTRAINT "subdelegations_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdelegations" ADD CONSTRAINT "subdelegations_member_id_firm_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."firm_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdelegations" ADD CONSTRAINT "subdelegations_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subdelegations" ADD CONSTRAINT "subdelegations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_request_items" ADD CONSTRAINT "bulk_request_items_bulk_id_bulk_requests_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_request_items" ADD CONSTRAINT "bulk_request_items_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_requests" ADD CONSTRAINT "bulk_requests_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_requests" ADD CONSTRAINT "bulk_requests_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_counts" ADD CONSTRAINT "request_counts_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_codes_contact_id_sent_at_index" ON "contact_codes" USING btree ("contact_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_contact_of_contributor" ON "contacts" USING btree ("contributor_id","kind") WHERE status = 'verified';--> statement-breakpoint
CREATE UNIQUE INDEX "one_contact_of_person" ON "contacts" USING btree ("user_id","kind") WHERE status = 'verified';--> statement-breakpoint
CREATE INDEX "contacts_contributor_id_created_at_index" ON "contacts" USING btree ("contributor_id","created_at");--> statement-breakpoint
CREATE INDEX "contacts_user_id_created_at_index" ON "contacts" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "digest_items_waiting" ON "digest_items" USING btree ("user_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "digests_user_id_sent_at_index" ON "digests" USING btree ("user_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "a_worker_is_there_once" ON "delegation_workers" USING btree ("delegation_id","codice_fiscale") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "delegations_contributor_id_status_index" ON "delegations" USING btree ("contributor_id","status");--> statement-breakpoint
CREATE INDEX "delegations_delegate_code_index" ON "delegations" USING btree ("delegate_code");--> statement-breakpoint
CREATE INDEX "delegations_firm_id_status_index" ON "delegations" USING btree ("firm_id","status");--> statement-breakpoint
CREATE INDEX "delegations_to_expire" ON "delegations" USING btree ("ends_on") WHERE status in ('active', 'suspended') and ends_on is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_appointment_for_each_person" ON "representatives" USING btree ("contributor_id","codice_fiscale") WHERE status in ('proposed', 'active');--> statement-breakpoint
CREATE INDEX "representatives_codice_fiscale_index" ON "representatives" USING btree ("codice_fiscale");--> statement-breakpoint
CREATE INDEX "client_group_members_contributor_id_index" ON "client_group_members" USING btree ("contributor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_firm_for_each_person" ON "firm_members" USING btree ("user_id") WHERE accepted_at is not null and ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_invitation_for_each_code" ON "firm_members" USING btree ("firm_id","codice_fiscale") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_holder_for_each_firm" ON "firm_members" USING btree ("firm_id") WHERE role = 'holder' and ended_at is null;--> statement-breakpoint
CREATE INDEX "firm_members_codice_fiscale_index" ON "firm_members" USING btree ("codice_fiscale");--> statement-breakpoint
CREATE INDEX "firm_tasks_firm_id_assignee_id_status_index" ON "firm_tasks" USING btree ("firm_id","assignee_id","status");--> statement-breakpoint
CREATE INDEX "subdelegations_firm_id_index" ON "subdelegations" USING btree ("firm_id");--> statement-breakpoint
CREATE INDEX "visits_user_id_at_index" ON "visits" USING btree ("user_id","at");--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_events" ADD CONSTRAINT "notice_events_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_readings" ADD CONSTRAINT "notice_readings_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "outgoing_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_of_firm" ON "audit_events" USING btree ((details ->> 'firm'),"sequence");--> statement-breakpoint
CREATE INDEX "readings_of_firm" ON "notice_readings" USING btree ("firm_id","notice_id");--> statement-breakpoint
CREATE INDEX "notices_due_of_contributor" ON "notices" USING btree ("contributor_id","due_by") WHERE status in ('open', 'in_progress') and due_by is not null;--> statement-breakpoint
CREATE INDEX "outgoing_messages_user_id_created_at_index" ON "outgoing_messages" USING btree ("user_id","created_at");--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "one_access_for_each_delegation" UNIQUE("delegation_id","user_id");--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "one_message_for_each_digest_and_address" UNIQUE("digest_id","channel","recipient");--> statement-breakpoint
ALTER TABLE "outgoing_messages" ADD CONSTRAINT "it_tells_of_one_thing" CHECK (num_nonnulls(entry_id, campaign_id, notice_id, digest_id, contact_id, delegation_id) = 1);