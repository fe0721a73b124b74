-- What a role needs: which competencies matter most there, and how much of each hat is right for it.
CREATE TABLE role_profile (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  framework_key text NOT NULL,
  name text NOT NULL,
  -- Job titles, whole or their first words.
  titles text[] NOT NULL,
  importance jsonb NOT NULL,
  zone jsonb,
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX role_profile_name ON role_profile (organisation_id, framework_key, lower(name));
CALL wall_off('role_profile', 'SELECT, INSERT, UPDATE, DELETE');

-- The profile as it stood at launch, like everything else that is written down about a participant.
ALTER TABLE participant ADD COLUMN role_profile jsonb;
