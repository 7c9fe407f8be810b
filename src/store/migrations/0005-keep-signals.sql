-- What was received, for ever: who sent it, the hash of its bytes, what was taken out of it and what was made of it.
CREATE TABLE receipt (
  id text COLLATE "C" PRIMARY KEY,
  -- Of the event that tells of it.
  seq bigint NOT NULL,
  received_at timestamptz NOT NULL,
  format text COLLATE "C" NOT NULL,
  record jsonb NOT NULL
);
CREATE FUNCTION refuse_change_of_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'receipt %: what was received is never changed or removed', OLD.id;
END
$$;
CREATE TRIGGER receipt_is_written_once BEFORE UPDATE OR DELETE ON receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_receipt();

-- The payload without personal data, as gzipped text: apart from the receipt, because it is kept for some days only.
CREATE TABLE receipt_payload (
  receipt text COLLATE "C" PRIMARY KEY,
  received_at timestamptz NOT NULL,
  payload bytea NOT NULL
);
ALTER TABLE receipt_payload ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE INDEX receipt_payload_received_at ON receipt_payload (received_at);

-- One row for each identity. Its id is made of the hash of source and source's id, which together may be longer than
-- an index holds. What opened it and what resolved it arrive in any order: the receipt of either is null until then.
CREATE TABLE signal (
  id text COLLATE "C" PRIMARY KEY,
  receipt text COLLATE "C",
  position integer NOT NULL,
  format text COLLATE "C" NOT NULL,
  topic text COLLATE "C" NOT NULL,
  metric text COLLATE "C",
  state text COLLATE "C" NOT NULL CHECK (state IN ('observed', 'open', 'resolved')),
  occurred_at timestamptz NOT NULL,
  resolved_at timestamptz,
  system text COLLATE "C",
  -- Id of the rule that assigned it, and of the event that did so later than its receipt.
  rule text COLLATE "C",
  assigned_by text COLLATE "C",
  fact jsonb NOT NULL,
  resolution jsonb,
  resolution_receipt text COLLATE "C",
  CHECK (receipt IS NOT NULL OR resolution_receipt IS NOT NULL),
  CHECK ((state = 'resolved') = (resolution_receipt IS NOT NULL)),
  CHECK ((system IS NULL) = (rule IS NULL))
);
CREATE INDEX signal_occurred_at ON signal (occurred_at, id);
CREATE INDEX signal_system ON signal (system, occurred_at);
CREATE INDEX signal_metric ON signal (metric, occurred_at);
CREATE INDEX signal_receipt ON signal (receipt);
CREATE INDEX signal_resolution_receipt ON signal (resolution_receipt) WHERE resolution_receipt IS NOT NULL;
CREATE INDEX signal_open ON signal (occurred_at, id) WHERE state = 'open';
CREATE INDEX signal_unassigned ON signal (occurred_at, id) WHERE system IS NULL;

CREATE FUNCTION refuse_removal_of_signal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'signal %: signals are never removed', OLD.id;
END
$$;
CREATE TRIGGER signal_is_kept BEFORE DELETE ON signal FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_signal();

-- When each source was last heard of, whether what it sent was new or known.
CREATE TABLE signal_source (
  source text COLLATE "C" NOT NULL,
  format text COLLATE "C" NOT NULL,
  first_received_at timestamptz NOT NULL,
  last_received_at timestamptz NOT NULL,
  signals bigint NOT NULL,
  duplicates bigint NOT NULL,
  PRIMARY KEY (source, format)
);

-- Which system a signal is about, by its labels: rules in their order.
CREATE TABLE assignment_rule (LIKE person INCLUDING ALL);

-- Receipts are many and change no record: who looks for changes, by order or by time, does not walk through them.
CREATE INDEX event_seq_of_changes ON event (seq) WHERE subject_kind <> 'receipt';
CREATE INDEX event_recorded_at_of_changes ON event (recorded_at, seq) WHERE subject_kind <> 'receipt';
DROP INDEX event_recorded_at_seq;
