-- Questionnaires of one's own: a draft that is worked on, and versions that never change (rows of `instrument`).
CREATE TABLE instrument_draft (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  name text NOT NULL,
  definition jsonb NOT NULL,
  -- Items that a file brought and that nobody has taken over yet; none without one.
  brought jsonb,
  -- The version it was begun from; none for the first.
  based_on integer CHECK (based_on > 0),
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('instrument_draft', 'SELECT, INSERT, UPDATE, DELETE');

-- An organisation's own questionnaire asks about a framework of its own or about a built-in one.
ALTER TABLE instrument
  ADD COLUMN framework_key text,
  ADD COLUMN framework_version integer,
  DROP CONSTRAINT instrument_own_or_built_in,
  ADD CONSTRAINT instrument_own_or_built_in CHECK ((definition IS NULL) = (framework_id IS NULL AND framework_key IS NULL)),
  ADD CONSTRAINT instrument_one_framework CHECK (framework_id IS NULL OR framework_key IS NULL),
  ADD CONSTRAINT instrument_framework_version CHECK ((framework_key IS NULL) = (framework_version IS NULL));
