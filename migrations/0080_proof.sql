-- Whether HR may be told of a practice as one of many in a round: whoever began one before was promised that nothing of
-- it is counted.
ALTER TABLE practice ADD may_count boolean NOT NULL DEFAULT false;

-- How many of a round's participants did what after their report, as it was told last.
CREATE TABLE follow_through (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('chose', 'planned', 'practised')),
  told jsonb NOT NULL,
  PRIMARY KEY (organisation_id, round_id, step),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('follow_through', 'SELECT, INSERT, UPDATE, DELETE');
