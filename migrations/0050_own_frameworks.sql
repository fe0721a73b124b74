-- Frameworks that organisations make, copy or bring along: a draft that is worked on, and versions that never change.
CREATE TABLE own_framework (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  created_on date NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('own_framework', 'SELECT, INSERT, DELETE');

CREATE TABLE own_framework_draft (
  organisation_id uuid NOT NULL REFERENCES organisation,
  framework_id uuid NOT NULL,
  name text NOT NULL,
  definition jsonb NOT NULL,
  -- Where each competency comes from in the version before; what is missing is new.
  origins jsonb NOT NULL DEFAULT '{}',
  -- What of the file it was begun with was refused or read otherwise; none without a file.
  reading jsonb,
  -- The version it was begun from; none for the first.
  based_on integer CHECK (based_on > 0),
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, framework_id),
  FOREIGN KEY (organisation_id, framework_id) REFERENCES own_framework (organisation_id, id)
);
CALL wall_off('own_framework_draft', 'SELECT, INSERT, UPDATE, DELETE');

-- Whole in one row, and neither changed nor removed by the application: whoever was placed on a level was placed on
-- this one.
CREATE TABLE own_framework_version (
  organisation_id uuid NOT NULL REFERENCES organisation,
  framework_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  name text NOT NULL,
  competencies integer NOT NULL CHECK (competencies > 0),
  levels integer NOT NULL CHECK (levels BETWEEN 2 AND 10),
  definition jsonb NOT NULL,
  -- What became of each competency of the version before.
  changes jsonb NOT NULL,
  published_on date NOT NULL,
  PRIMARY KEY (organisation_id, framework_id, version),
  FOREIGN KEY (organisation_id, framework_id) REFERENCES own_framework (organisation_id, id)
);
CALL wall_off('own_framework_version', 'SELECT, INSERT');

-- Every competency that any version has or had, for what refers to one.
CREATE TABLE own_competency (
  organisation_id uuid NOT NULL REFERENCES organisation,
  framework_id uuid NOT NULL,
  competency_id text NOT NULL,
  PRIMARY KEY (organisation_id, framework_id, competency_id),
  FOREIGN KEY (organisation_id, framework_id) REFERENCES own_framework (organisation_id, id)
);
CALL wall_off('own_competency', 'SELECT, INSERT');
