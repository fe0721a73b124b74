CREATE TABLE framework (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  name text NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, key, version)
);
-- Versions never change: a new version is a new row.
CALL wall_off('framework', 'SELECT, INSERT');

CREATE TABLE instrument (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  name text NOT NULL,
  framework_id uuid NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, key, version),
  FOREIGN KEY (organisation_id, framework_id) REFERENCES framework (organisation_id, id)
);
CALL wall_off('instrument', 'SELECT, INSERT');
