CREATE TYPE "public"."proposal_answer" AS ENUM('confirmed', 'sent_back', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."rate_code" AS ENUM('reference_rate', 'sanction_surcharge', 'sanction_cap', 'evasion_rate', 'evasion_cap', 'instalment_surcharge', 'instalment_threshold', 'instalments_up_to_threshold', 'instalments_above_threshold', 'rate_with_dis_coll', 'rate_without_dis_coll', 'rate_otherwise_insured', 'yearly_ceiling');--> statement-breakpoint
ALTER TYPE "public"."draft_kind" ADD VALUE 'application';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'application.submitted' BEFORE 'replies.read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'application.refusal_proposed' BEFORE 'replies.read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'application.refusal_sent_back' BEFORE 'replies.read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'application.decided' BEFORE 'replies.read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'application.handed_over' BEFORE 'replies.read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'application_kind.closed' BEFORE 'replies.read';--> statement-breakpoint
ALTER TYPE "public"."change_name" ADD VALUE 'application_kind.opened' BEFORE 'replies.read';--> statement-breakpoint
ALTER TYPE "public"."request_act" ADD VALUE 'decide' BEFORE 'announce_closure';--> statement-breakpoint
CREATE TABLE "applications" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"contributor_id" uuid NOT NULL,
	"kind_version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"sections" jsonb NOT NULL,
	"figures" jsonb NOT NULL,
	"declaration" text NOT NULL,
	"term_days" integer NOT NULL,
	"notice_id" uuid
);
--> statement-breakpoint
CREATE TABLE "closed_application_kinds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"closed_on" date NOT NULL,
	"instead" text NOT NULL,
	"closed_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "provisions" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"protocollo" text NOT NULL,
	"outcome" "request_outcome" NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"proposed_by" uuid,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provisions_requestId_unique" UNIQUE("request_id"),
	CONSTRAINT "provisions_protocollo_unique" UNIQUE("protocollo")
);
--> statement-breakpoint
CREATE TABLE "refusal_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"facts" text NOT NULL,
	"law" text NOT NULL,
	"answer" "proposal_answer",
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"note" text,
	CONSTRAINT "answered_whole" CHECK ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
	CONSTRAINT "it_takes_two" CHECK (answer is distinct from 'confirmed' or answered_by <> proposed_by)
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"code" "rate_code" NOT NULL,
	"valid_from" date NOT NULL,
	"value" bigint NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "rates_code_valid_from_pk" PRIMARY KEY("code","valid_from")
);
--> statement-breakpoint
DROP INDEX "requests_of_contributor";--> statement-breakpoint
DROP INDEX "requests_of_contributor_by_phase";--> statement-breakpoint
DROP INDEX "requests_of_contributor_by_area";--> statement-breakpoint
DROP INDEX "requests_to_take_up";--> statement-breakpoint
DROP INDEX "requests_of_officer";--> statement-breakpoint
DROP INDEX "requests_awaiting_documents";--> statement-breakpoint
DROP INDEX "requests_closed";--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "topic_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "seat" text;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "enrolled_on" date;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "ceased_on" date;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "application_kind" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "editor_id" uuid;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "handed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "handed_by" uuid;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "handed_note" text;--> statement-breakpoint
ALTER TABLE "request_counts" ADD COLUMN "sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "application_kind" text;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_application_kinds" ADD CONSTRAINT "closed_application_kinds_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_entry_id_thread_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."thread_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal_proposals" ADD CONSTRAINT "refusal_proposals_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal_proposals" ADD CONSTRAINT "refusal_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal_proposals" ADD CONSTRAINT "refusal_proposals_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "closed_once" ON "closed_application_kinds" USING btree ("kind") WHERE opened_at is null;--> statement-breakpoint
CREATE INDEX "closed_application_kinds_kind_index" ON "closed_application_kinds" USING btree ("kind");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_proposal" ON "refusal_proposals" USING btree ("request_id") WHERE answer is null;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_editor_id_users_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_handed_by_users_id_fk" FOREIGN KEY ("handed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegations_waiting" ON "delegations" USING btree ("delegate_code") WHERE status = 'proposed';--> statement-breakpoint
CREATE INDEX "drafts_of_applications" ON "drafts" USING btree ("contributor_id","updated_at") WHERE application_kind is not null;--> statement-breakpoint
CREATE INDEX "drafts_to_send" ON "drafts" USING btree ("contributor_id","handed_at" DESC NULLS FIRST,"id") WHERE handed_at is not null;--> statement-breakpoint
CREATE INDEX "applications_of_contributor" ON "requests" USING btree ("contributor_id","submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE application_kind is not null;--> statement-breakpoint
CREATE INDEX "applications_to_take_up" ON "requests" USING btree ("office_code","unit_code","expected_by","id") WHERE status in ('submitted', 'transferred', 'reopened') and application_kind is not null;--> statement-breakpoint
CREATE INDEX "applications_of_officer" ON "requests" USING btree ("officer_id","expected_by","id") WHERE status in ('taken_up', 'supplemented') and application_kind is not null;--> statement-breakpoint
CREATE INDEX "applications_awaiting_documents" ON "requests" USING btree ("office_code","unit_code","expected_by","id") WHERE status = 'awaiting_documents' and application_kind is not null;--> statement-breakpoint
CREATE INDEX "applications_closed" ON "requests" USING btree ("office_code","unit_code","closed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status in ('closed', 'withdrawn') and application_kind is not null;--> statement-breakpoint
CREATE INDEX "requests_of_contributor" ON "requests" USING btree ("contributor_id","submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE application_kind is null;--> statement-breakpoint
CREATE INDEX "requests_of_contributor_by_phase" ON "requests" USING btree ("contributor_id","phase","submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE application_kind is null;--> statement-breakpoint
CREATE INDEX "requests_of_contributor_by_area" ON "requests" USING btree ("contributor_id","area_code","submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE application_kind is null;--> statement-breakpoint
CREATE INDEX "requests_to_take_up" ON "requests" USING btree ("office_code","unit_code","expected_by","id") WHERE status in ('submitted', 'transferred', 'reopened') and application_kind is null;--> statement-breakpoint
CREATE INDEX "requests_of_officer" ON "requests" USING btree ("officer_id","expected_by","id") WHERE status in ('taken_up', 'supplemented') and application_kind is null;--> statement-breakpoint
CREATE INDEX "requests_awaiting_documents" ON "requests" USING btree ("office_code","unit_code","expected_by","id") WHERE status = 'awaiting_documents' and application_kind is null;--> statement-breakpoint
CREATE INDEX "requests_closed" ON "requests" USING btree ("office_code","unit_code","closed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status in ('closed', 'withdrawn') and application_kind is null;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "handed_whole" CHECK (("drafts"."handed_at" is null) = ("drafts"."handed_by" is null));--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "an_application_has_no_topic" CHECK (("requests"."application_kind" is null) = ("requests"."topic_code" is not null));--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON applications FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON provisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER never_erased BEFORE DELETE OR TRUNCATE ON refusal_proposals FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
UPDATE request_counts SET sent = counted.sent FROM (SELECT contributor_id, count(*) AS sent FROM requests GROUP BY 1) counted
WHERE request_counts.contributor_id = counted.contributor_id;
--> statement-breakpoint
-- «Richieste aperte» counts plain requests, as their list does; what waits for the contributor counts istanze too.
CREATE OR REPLACE FUNCTION count_sent_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request_counts AS held (contributor_id, sent, open, awaiting)
  SELECT contributor_id, count(*) FILTER (WHERE application_kind IS NULL), count(*) FILTER (WHERE phase <> 'closed' AND application_kind IS NULL), count(*) FILTER (WHERE status = 'awaiting_documents')
  FROM sent GROUP BY contributor_id ORDER BY contributor_id
  ON CONFLICT (contributor_id) DO UPDATE
  SET sent = held.sent + excluded.sent, open = held.open + excluded.open, awaiting = held.awaiting + excluded.awaiting;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_moved_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH moved AS (
    SELECT later.contributor_id,
      sum(((later.phase <> 'closed')::int - (earlier.phase <> 'closed')::int) * (later.application_kind IS NULL)::int) AS open,
      sum((later.status = 'awaiting_documents')::int - (earlier.status = 'awaiting_documents')::int) AS awaiting
    FROM later JOIN earlier USING (id) WHERE later.status <> earlier.status GROUP BY 1
  ), taken AS (
    SELECT contributor_id FROM request_counts WHERE contributor_id IN (SELECT contributor_id FROM moved)
    ORDER BY contributor_id FOR UPDATE
  )
  UPDATE request_counts AS held SET open = held.open + moved.open, awaiting = held.awaiting + moved.awaiting
  FROM moved JOIN taken USING (contributor_id)
  WHERE held.contributor_id = moved.contributor_id AND (moved.open <> 0 OR moved.awaiting <> 0);
  RETURN NULL;
END $$;
