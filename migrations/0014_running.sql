-- Withdrawn because the participant left, so that those who were taken off one by one are not asked again when the
-- participant comes back.
ALTER TABLE rater ADD COLUMN left_with_participant boolean NOT NULL DEFAULT false;

-- What HR was last shown of how useful participants found a cycle. It moves on only in steps of several new ratings.
CREATE TABLE usefulness_shown (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  -- Which ratings are behind it, by their ids, as the disclosure package keeps it (structured clone); no rating.
  snapshot bytea NOT NULL,
  -- The figures themselves, as the disclosure package let them through; null as long as there are too few.
  figures jsonb,
  PRIMARY KEY (organisation_id, cycle_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('usefulness_shown', 'SELECT, INSERT, UPDATE');
