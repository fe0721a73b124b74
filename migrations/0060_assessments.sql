-- A round of assessments asks nobody by a questionnaire, and promises nobody to stay unknown: who places whom on which level
-- is named work, read by those who were named before.
ALTER TABLE round
  ALTER COLUMN instrument_id DROP NOT NULL,
  ALTER COLUMN disclosure_policy DROP NOT NULL,
  DROP CONSTRAINT round_kind_check,
  ADD CONSTRAINT round_kind_check CHECK (kind IN ('feedback', 'assessment')),
  ADD CONSTRAINT round_asks_by_its_kind
    CHECK ((kind = 'assessment') = (instrument_id IS NULL) AND (kind = 'assessment') = (disclosure_policy IS NULL));

-- What only a round of assessments has: in which framework people are placed, and what for.
CREATE TABLE assessment (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  framework text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- The same for everybody; null: of each what their roles need.
  competencies text[] CHECK (cardinality(competencies) > 0),
  purposes text[] NOT NULL
    CHECK (cardinality(purposes) > 0
           AND purposes <@ ARRAY['development', 'staffing', 'appraisal', 'certification']),
  launched_on date,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('assessment', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX assessment_framework ON assessment (organisation_id, framework);

-- What only whoever is assessed has beside what every subject of a round has.
CREATE TABLE assessed (
  organisation_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  -- On which competencies they are placed, in their order; written down at the launch.
  competencies text[] NOT NULL DEFAULT '{}',
  -- A second assessor, where one is wished.
  second_id uuid,
  -- When their conversation was over, and what came of it went into the ledger.
  concluded_on date,
  PRIMARY KEY (organisation_id, subject_id),
  FOREIGN KEY (organisation_id, subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, second_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('assessed', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX assessed_second ON assessed (organisation_id, second_id);

-- Where one assessor places somebody: their own work until they send it.
CREATE TABLE assessment_sheet (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('self', 'manager', 'second')),
  -- Nobody once they were erased.
  author_id uuid,
  -- {competency: {level, words}}; a level of null: can't say.
  levels jsonb NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 1,
  sent_on date,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, subject_id, part),
  FOREIGN KEY (organisation_id, subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, author_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('assessment_sheet', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX assessment_sheet_author ON assessment_sheet (organisation_id, author_id);

-- What came of talking about one competency of somebody: a level both stand by, or that they do not agree.
CREATE TABLE assessment_outcome (
  organisation_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  competency text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('proposed', 'agreed', 'disagreed')),
  level integer CHECK (level BETWEEN 1 AND 10),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 4000),
  -- Whose step it was: the person's or their manager's. The other one confirms.
  said_by text NOT NULL CHECK (said_by IN ('self', 'manager')),
  PRIMARY KEY (organisation_id, subject_id, competency),
  FOREIGN KEY (organisation_id, subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE,
  CHECK ((kind = 'disagreed') = (level IS NULL))
);
CALL wall_off('assessment_outcome', 'SELECT, INSERT, UPDATE, DELETE');

-- What calibrating changed of a manager's sheet: before, after and why. Only added to.
CREATE TABLE assessment_calibration (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_id uuid NOT NULL,
  competency text NOT NULL,
  before integer NOT NULL CHECK (before BETWEEN 1 AND 10),
  after integer NOT NULL CHECK (after BETWEEN 1 AND 10 AND after <> before),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  decided_on date NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('assessment_calibration', 'SELECT, INSERT, DELETE');
CREATE INDEX assessment_calibration_subject ON assessment_calibration (organisation_id, subject_id);
