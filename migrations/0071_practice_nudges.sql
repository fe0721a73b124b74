-- A letter on days of a practice, as its owner wants it: nobody has wanted one before.
ALTER TABLE practice ADD nudges text NOT NULL DEFAULT 'never' CHECK (nudges IN ('never', 'twice-a-week', 'each-day'));
-- Where they are.
ALTER TABLE practice ADD nudge_hour smallint NOT NULL DEFAULT 8 CHECK (nudge_hour BETWEEN 8 AND 18);
-- When to look next whether one leaves; null where none will.
ALTER TABLE practice ADD nudge_at timestamptz;
CREATE INDEX practice_nudge_due ON practice (organisation_id, nudge_at) WHERE nudge_at IS NOT NULL;

-- On which days one left.
CREATE TABLE practice_nudge (
  organisation_id uuid NOT NULL REFERENCES organisation,
  practice_id uuid NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (organisation_id, practice_id, day),
  FOREIGN KEY (organisation_id, practice_id) REFERENCES practice (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('practice_nudge', 'SELECT, INSERT, UPDATE, DELETE');
