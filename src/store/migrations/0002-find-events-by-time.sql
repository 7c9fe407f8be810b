-- What had been recorded by a moment is asked for with every look at the past; seq beside it, so that the index answers.
CREATE INDEX event_recorded_at_seq ON event (recorded_at, seq);
