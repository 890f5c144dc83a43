-- How many requests of each contributor are open, and wait for it: moves with the requests themselves, as `notice_counts`.
CREATE FUNCTION count_sent_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request_counts AS held (contributor_id, open, awaiting)
  SELECT contributor_id, count(*) FILTER (WHERE phase <> 'closed'), count(*) FILTER (WHERE status = 'awaiting_documents')
  FROM sent GROUP BY contributor_id ORDER BY contributor_id
  ON CONFLICT (contributor_id) DO UPDATE
  SET open = held.open + excluded.open, awaiting = held.awaiting + excluded.awaiting;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER counted_when_sent AFTER INSERT ON requests REFERENCING NEW TABLE AS sent
FOR EACH STATEMENT EXECUTE FUNCTION count_sent_requests();
--> statement-breakpoint
CREATE FUNCTION count_moved_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH moved AS (
    SELECT later.contributor_id,
      sum((later.phase <> 'closed')::int - (earlier.phase <> 'closed')::int) AS open,
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
--> statement-breakpoint
CREATE TRIGGER counted_when_moved AFTER UPDATE ON requests REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION count_moved_requests();
--> statement-breakpoint
INSERT INTO request_counts (contributor_id, open, awaiting)
SELECT contributor_id, count(*) FILTER (WHERE phase <> 'closed'), count(*) FILTER (WHERE status = 'awaiting_documents')
FROM requests GROUP BY contributor_id;
--> statement-breakpoint
-- What gave a right, and to whom, is kept until five years after its end (msg INPS 20976/2013): it is ended, never erased.
CREATE TRIGGER never_erased BEFORE DELETE OR TRUNCATE ON delegations FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER never_erased BEFORE DELETE OR TRUNCATE ON delegation_workers FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER never_erased BEFORE DELETE OR TRUNCATE ON representatives FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER never_erased BEFORE DELETE OR TRUNCATE ON accesses FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER never_erased BEFORE DELETE OR TRUNCATE ON contacts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
