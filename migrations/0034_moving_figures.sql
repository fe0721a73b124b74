-- What was told of figures whose contributors still come and change: which contributions are behind each, as the disclosure package
-- keeps it (structured clone). No answer is in here, and no person.
CREATE TABLE disclosure_snapshot (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  figure text NOT NULL CHECK (figure <> ''),
  -- Null until it was looked at for the first time.
  snapshot bytea,
  PRIMARY KEY (organisation_id, round_id, figure),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('disclosure_snapshot', 'SELECT, INSERT');
GRANT UPDATE (snapshot) ON disclosure_snapshot TO twohats_app;

-- How useful participants found a round is the first of them.
INSERT INTO disclosure_snapshot (organisation_id, round_id, figure, snapshot)
SELECT organisation_id, cycle_id, 'usefulness', snapshot FROM usefulness_shown;
DELETE FROM usefulness_shown WHERE figures IS NULL;
ALTER TABLE usefulness_shown DROP COLUMN snapshot, ALTER COLUMN figures SET NOT NULL;
