-- Structured scoring: the documents that pairwise comparisons, weighted scenarios, failure modes and factors are kept as.
CREATE TABLE study (
  LIKE person INCLUDING ALL,
  kind text COLLATE "C" GENERATED ALWAYS AS (record ->> 'kind') STORED,
  system text COLLATE "C" GENERATED ALWAYS AS (record ->> 'system') STORED
);

CREATE TABLE workshop (LIKE person INCLUDING ALL);

-- Votes of workshops that are still open, apart from the records that everybody reads; once they are revealed they move
-- into the workshop's record.
CREATE TABLE ballot (
  workshop text COLLATE "C" NOT NULL,
  voter text COLLATE "C" NOT NULL,
  risk text COLLATE "C" NOT NULL,
  vote jsonb NOT NULL,
  PRIMARY KEY (workshop, voter, risk)
);
