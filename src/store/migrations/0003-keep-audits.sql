-- A kept audit in short, as events carry it: what lists and limits read.
CREATE TABLE audit (
  LIKE person INCLUDING ALL,
  system text COLLATE "C" GENERATED ALWAYS AS (record ->> 'system') STORED
);
CREATE INDEX audit_system ON audit (system);

-- Its report and its counts, as gzipped JSON: named by their hashes in the record, written once, and apart from it,
-- because counts can have a hundred thousand cells and lists need none of them.
CREATE TABLE audit_content (
  id text COLLATE "C" PRIMARY KEY,
  report bytea NOT NULL,
  counts bytea NOT NULL
);
ALTER TABLE audit_content ALTER COLUMN report SET STORAGE EXTERNAL, ALTER COLUMN counts SET STORAGE EXTERNAL;

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit %: reports and counts are never changed or removed', OLD.id;
END
$$;
CREATE TRIGGER audit_content_is_written_once BEFORE UPDATE OR DELETE ON audit_content
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
