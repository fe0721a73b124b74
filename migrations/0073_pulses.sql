-- A pulse asks the raters of one report once more about what its participant works on: a round of its own kind.
ALTER TABLE round
  DROP CONSTRAINT round_kind_check,
  ADD CONSTRAINT round_kind_check CHECK (kind IN ('feedback', 'assessment', 'pulse'));

-- What is asked in a pulse is made of a questionnaire that was asked before, and no other round is offered it.
ALTER TABLE instrument ADD COLUMN offered boolean NOT NULL DEFAULT true;

-- What only a pulse has: whose it is, after how many days, about which questions of which report, and what it told.
CREATE TABLE pulse (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  person_id uuid NOT NULL,
  report_id uuid NOT NULL,
  -- The round of that report, and whom it asked about in it: what a pulse tells goes when the round is forgotten.
  of_round_id uuid NOT NULL,
  of_subject_id uuid NOT NULL,
  day integer NOT NULL CHECK (day IN (30, 90)),
  -- In the order in which they are asked; each with the direction that was wished for.
  items text[] NOT NULL CHECK (cardinality(items) BETWEEN 1 AND 3),
  directions text[] NOT NULL
    CHECK (cardinality(directions) = cardinality(items) AND directions <@ ARRAY['more', 'less', 'keep']),
  -- Being answered or counted; of each person one at a time.
  is_open boolean NOT NULL DEFAULT true,
  -- Null until it was counted, and where it was called off.
  result jsonb,
  PRIMARY KEY (organisation_id, round_id),
  CHECK (result IS NULL OR NOT is_open),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, of_round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, of_subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('pulse', 'SELECT, INSERT, UPDATE, DELETE');
CREATE UNIQUE INDEX pulse_one_open ON pulse (organisation_id, person_id) WHERE is_open;
CREATE INDEX pulse_person ON pulse (organisation_id, person_id);
CREATE INDEX pulse_report ON pulse (organisation_id, report_id);
CREATE INDEX pulse_of_round ON pulse (organisation_id, of_round_id);
CREATE INDEX pulse_of_subject ON pulse (organisation_id, of_subject_id);
