CREATE TABLE person (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  employee_id text,
  email text,
  email_key text GENERATED ALWAYS AS (lower(email)) STORED,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  given_name text,
  family_name text,
  preferred_name text,
  manager_id uuid,
  job_title text,
  job_level text,
  department text,
  division text,
  country text,
  location text,
  language text,
  timezone text,
  employment_type text,
  start_date date,
  end_date date,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  -- Deferrable, because one import may swap two people's identifiers.
  CONSTRAINT person_employee_id UNIQUE (organisation_id, employee_id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT person_email UNIQUE (organisation_id, email_key) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT person_manager FOREIGN KEY (organisation_id, manager_id)
    REFERENCES person (organisation_id, id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT person_not_own_manager CHECK (manager_id IS DISTINCT FROM id)
);
CALL wall_off('person', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX person_by_manager ON person (organisation_id, manager_id);
CREATE INDEX person_by_name ON person (organisation_id, status, name);

ALTER TABLE membership ADD CONSTRAINT membership_person
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id);

-- A file between upload and confirmation. Its content is erased once it was confirmed or discarded.
CREATE TABLE people_import (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'confirmed', 'discarded')),
  file_name text NOT NULL,
  content bytea,
  mapping jsonb NOT NULL DEFAULT '{}',
  result jsonb,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('people_import', 'SELECT, INSERT, UPDATE, DELETE');
