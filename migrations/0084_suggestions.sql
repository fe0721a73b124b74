-- Whoever tells all who were asked what they work on may ask them for one suggestion each: a round of its own kind.
ALTER TABLE round
  DROP CONSTRAINT round_kind_check,
  ADD CONSTRAINT round_kind_check CHECK (kind IN ('feedback', 'assessment', 'pulse', 'suggestion'));

-- What only such a round has: whose it is, for which behaviours of which report, and what was told without a name.
CREATE TABLE suggestion_round (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  person_id uuid NOT NULL,
  report_id uuid NOT NULL,
  -- The round of that report, and whom it asked about in it: what was suggested goes when the round is forgotten.
  of_round_id uuid NOT NULL,
  of_subject_id uuid NOT NULL,
  -- In the order in which they are asked.
  items text[] NOT NULL CHECK (cardinality(items) BETWEEN 1 AND 3),
  -- Null until it was closed, and where it was called off.
  unsigned jsonb,
  PRIMARY KEY (organisation_id, round_id),
  -- Asked once of a report, with its announcement.
  UNIQUE (organisation_id, report_id),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, of_round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, of_subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('suggestion_round', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX suggestion_round_person ON suggestion_round (organisation_id, person_id);
CREATE INDEX suggestion_round_of_round ON suggestion_round (organisation_id, of_round_id);
CREATE INDEX suggestion_round_of_subject ON suggestion_round (organisation_id, of_subject_id);

-- What somebody suggested who wished that their name stands beside it; of nobody else there is a row.
CREATE TABLE signed_suggestion (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  item text NOT NULL,
  signed_by uuid NOT NULL,
  word text NOT NULL CHECK (word <> ''),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, round_id) REFERENCES suggestion_round (organisation_id, round_id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, signed_by) REFERENCES person (organisation_id, id)
);
CALL wall_off('signed_suggestion', 'SELECT, INSERT, DELETE');
CREATE INDEX signed_suggestion_round ON signed_suggestion (organisation_id, round_id);
CREATE INDEX signed_suggestion_signer ON signed_suggestion (organisation_id, signed_by);
