-- The report in full: who else may read it, what was chosen from it, and files of it.

-- By explicit grant of the participant, to one person, until a day.
CREATE TABLE report_grant (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  report_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reader text NOT NULL CHECK (reader IN ('coach', 'manager', 'colleague')),
  -- What a manager or colleague sees; a coach sees all.
  sections text[] NOT NULL DEFAULT '{}',
  granted_at timestamptz NOT NULL,
  ends_on date NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, report_id) REFERENCES report (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('report_grant', 'SELECT, INSERT, UPDATE');
CREATE INDEX report_grant_reader ON report_grant (organisation_id, person_id);
CREATE INDEX report_grant_report ON report_grant (organisation_id, report_id);

-- One to three behaviours that a participant chose to work on.
CREATE TABLE focus (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  report_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position BETWEEN 1 AND 3),
  item text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('more', 'less', 'keep')),
  next_step text NOT NULL CHECK (length(next_step) BETWEEN 1 AND 500),
  due_on date NOT NULL,
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, report_id, position),
  UNIQUE (organisation_id, report_id, item),
  FOREIGN KEY (organisation_id, report_id) REFERENCES report (organisation_id, id)
);
CALL wall_off('focus', 'SELECT, INSERT, UPDATE, DELETE');

-- A file of many reports, made in the background, in parts so that no process holds all of it.
CREATE TABLE report_bundle (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'working', 'ready', 'failed')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('report_bundle', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE report_bundle_part (
  organisation_id uuid NOT NULL,
  bundle_id uuid NOT NULL,
  part integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (organisation_id, bundle_id, part),
  FOREIGN KEY (organisation_id, bundle_id) REFERENCES report_bundle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('report_bundle_part', 'SELECT, INSERT, DELETE');

-- What HR sees of a closed cycle as a whole. Frozen once, so that no two versions can be subtracted.
CREATE TABLE group_report (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  result jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, cycle_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('group_report', 'SELECT, INSERT');
