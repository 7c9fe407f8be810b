-- Ids and every other text that is sorted are COLLATE "C", so that PGlite and any Postgres give the same order.

-- The newest seq. Its row is updated last in each writing transaction and stays locked until the commit, so seq rises
-- in commit order and a reader who has seen seq n will never find a smaller one that was not there before.
CREATE TABLE event_counter (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  seq bigint NOT NULL CHECK (seq >= 0)
);
INSERT INTO event_counter (seq) VALUES (0);

CREATE TABLE event (
  seq bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  recorded_at timestamptz NOT NULL,
  effective_at timestamptz NOT NULL,
  actor jsonb NOT NULL,
  verb text COLLATE "C" NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  before jsonb,
  after jsonb,
  cause text[] NOT NULL DEFAULT '{}',
  method jsonb
);
CREATE INDEX event_subject_kind_subject_id_seq ON event (subject_kind, subject_id, seq);
CREATE INDEX event_verb_seq ON event (verb, seq);
CREATE INDEX event_actor_id_seq ON event ((actor ->> 'id'), seq);

CREATE FUNCTION refuse_change_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'event %: events are never changed or removed', OLD.seq;
END
$$;
CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_event();

CREATE TABLE settings (
  id text COLLATE "C" PRIMARY KEY CHECK (id = 'settings'),
  record jsonb NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  retired_on date CHECK (retired_on IS NULL)
);

CREATE TABLE person (
  id text COLLATE "C" PRIMARY KEY,
  record jsonb NOT NULL CHECK (record ->> 'id' = id),
  version integer NOT NULL CHECK (version >= 1),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  retired_on date
);

CREATE TABLE dependency (LIKE person INCLUDING ALL);
CREATE TABLE system (LIKE person INCLUDING ALL);
CREATE TABLE control (LIKE person INCLUDING ALL);
CREATE TABLE "limit" (LIKE person INCLUDING ALL);

CREATE TABLE risk (
  LIKE person INCLUDING ALL,
  system text COLLATE "C" NOT NULL GENERATED ALWAYS AS (record ->> 'system') STORED,
  category text COLLATE "C" NOT NULL GENERATED ALWAYS AS (record ->> 'category') STORED,
  owner text COLLATE "C" NOT NULL GENERATED ALWAYS AS (record ->> 'owner') STORED
);
CREATE INDEX risk_system ON risk (system);
CREATE INDEX risk_category ON risk (category);
CREATE INDEX risk_owner ON risk (owner);

CREATE TABLE assessment (
  LIKE person INCLUDING ALL,
  risk text COLLATE "C" NOT NULL GENERATED ALWAYS AS (record ->> 'risk') STORED
);
CREATE INDEX assessment_risk ON assessment (risk);

-- A renamed record's former ids. They keep leading to it and are never given to another thing.
CREATE TABLE alias (
  kind text COLLATE "C" NOT NULL,
  former_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, former_id)
);
CREATE INDEX alias_kind_id ON alias (kind, id);

-- Bearer tokens; the token itself is shown once and only its SHA-256 is kept.
CREATE TABLE token (
  id text COLLATE "C" PRIMARY KEY,
  holder jsonb NOT NULL,
  hash text COLLATE "C" NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz
);

CREATE TABLE job (
  id text COLLATE "C" PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  payload jsonb NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  due_at timestamptz NOT NULL,
  lease_until timestamptz,
  leased_by text COLLATE "C",
  attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
  max_attempts integer NOT NULL CHECK (max_attempts >= 1),
  idempotency_key text COLLATE "C" NOT NULL UNIQUE,
  last_error text,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK ((state = 'running') = (lease_until IS NOT NULL AND leased_by IS NOT NULL))
);
CREATE INDEX job_due_at ON job (due_at) WHERE state IN ('waiting', 'running');
