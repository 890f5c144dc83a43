-- Evidence: what was read and done about a notice is never rewritten.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON notice_readings FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON notice_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- What a notice says is fixed when it is published, and its first reading when it is read; only its standing moves.
CREATE TRIGGER says_what_it_said BEFORE UPDATE ON notices FOR EACH ROW
WHEN (
  (OLD.id, OLD.contributor_id, OLD.office_code, OLD.protocollo, OLD.external_number, OLD.campaign_id, OLD.kind, OLD.year,
   OLD.period_from, OLD.period_to, OLD.elaborated_on, OLD.due_by, OLD.contributions_cents, OLD.sanctions_cents,
   OLD.content, OLD.sha256, OLD.published_at, OLD.published_by, OLD.corrects_id)
  IS DISTINCT FROM
  (NEW.id, NEW.contributor_id, NEW.office_code, NEW.protocollo, NEW.external_number, NEW.campaign_id, NEW.kind, NEW.year,
   NEW.period_from, NEW.period_to, NEW.elaborated_on, NEW.due_by, NEW.contributions_cents, NEW.sanctions_cents,
   NEW.content, NEW.sha256, NEW.published_at, NEW.published_by, NEW.corrects_id)
  OR (OLD.first_read_at IS NOT NULL AND NEW.first_read_at IS DISTINCT FROM OLD.first_read_at)
)
EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- The counts of each contributor move with the notices themselves. Rows are taken in order: two releases never wait in a ring.
CREATE FUNCTION count_published_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO notice_counts AS held (contributor_id, unread, read)
  SELECT contributor_id, count(*) FILTER (WHERE unread), count(*) FILTER (WHERE NOT unread)
  FROM published GROUP BY contributor_id ORDER BY contributor_id
  ON CONFLICT (contributor_id) DO UPDATE SET unread = held.unread + excluded.unread, read = held.read + excluded.read;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER counted_when_published AFTER INSERT ON notices REFERENCING NEW TABLE AS published
FOR EACH STATEMENT EXECUTE FUNCTION count_published_notices();
--> statement-breakpoint
CREATE FUNCTION count_moved_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH moved AS (
    SELECT later.contributor_id, sum(later.unread::int - earlier.unread::int) AS by
    FROM later JOIN earlier USING (id) WHERE later.unread <> earlier.unread GROUP BY 1
  ), taken AS (
    SELECT contributor_id FROM notice_counts WHERE contributor_id IN (SELECT contributor_id FROM moved)
    ORDER BY contributor_id FOR UPDATE
  )
  UPDATE notice_counts AS held SET unread = held.unread + moved.by, read = held.read - moved.by
  FROM moved JOIN taken USING (contributor_id) WHERE held.contributor_id = moved.contributor_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER counted_when_moved AFTER UPDATE ON notices REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION count_moved_notices();
--> statement-breakpoint
-- The record is one chain: each event takes the number after the last and the hash of the last, one writer at a time.
CREATE FUNCTION audit_words(event audit_events) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(event.sequence, to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    event.actor_kind, event.actor_id, event.title, event.contributor_id, event.change, event.entity_id, event.details)::text
$$;
--> statement-breakpoint
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_event record;
BEGIN
  PERFORM pg_advisory_xact_lock(68382016);
  SELECT sequence, hash INTO last_event FROM audit_events ORDER BY sequence DESC LIMIT 1;
  NEW.sequence := coalesce(last_event.sequence, 0) + 1;
  NEW.hash := encode(sha256(convert_to(coalesce(last_event.hash, '') || E'\n' || audit_words(NEW), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Events written before the chain was begun are taken into it, in their order.
ALTER TABLE audit_events DISABLE TRIGGER append_only;
--> statement-breakpoint
DO $$
DECLARE
  event audit_events;
  last_hash text := '';
BEGIN
  FOR event IN SELECT * FROM audit_events ORDER BY sequence LOOP
    last_hash := encode(sha256(convert_to(last_hash || E'\n' || audit_words(event), 'UTF8')), 'hex');
    UPDATE audit_events SET hash = last_hash WHERE sequence = event.sequence;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE audit_events ENABLE TRIGGER append_only;
--> statement-breakpoint
CREATE TRIGGER chained BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
