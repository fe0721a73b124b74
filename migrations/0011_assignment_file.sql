-- A file that says who rates whom, between upload and confirmation. Its content is erased once it was confirmed or discarded.
CREATE TABLE assignment_file (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'confirmed', 'discarded')),
  file_name text NOT NULL,
  content bytea,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('assignment_file', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX assignment_file_cycle ON assignment_file (organisation_id, cycle_id);
