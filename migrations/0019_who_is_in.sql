-- Who is in: a person's, a membership's and an organisation's state decide together (features/identity/domain/presence.ts).

-- Links made for a person name the version they were made with; a corrected address begins a new one, and ends the old links.
ALTER TABLE person
  ADD COLUMN link_version smallint NOT NULL DEFAULT 0 CHECK (link_version >= 0),
  -- Since when someone is no longer active.
  ADD COLUMN inactive_since date;
-- The owner is bound by the walls as well, unless it steps out of them.
ALTER TABLE person NO FORCE ROW LEVEL SECURITY;
UPDATE person SET inactive_since = (updated_at AT TIME ZONE 'UTC')::date WHERE status = 'inactive';
ALTER TABLE person FORCE ROW LEVEL SECURITY;
ALTER TABLE person ADD CONSTRAINT person_inactive_since CHECK (status = 'inactive' OR inactive_since IS NULL);

ALTER TABLE organisation
  ADD COLUMN state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
  -- How long someone who left may still read their own reports; 0 is not at all.
  ADD COLUMN leavers_read_days smallint NOT NULL DEFAULT 0 CHECK (leavers_read_days BETWEEN 0 AND 1100);

ALTER TABLE membership
  ADD COLUMN state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'ended')),
  ADD COLUMN role_since timestamptz,
  -- The account that gave the role; null for whoever set the organisation up, and for the operator.
  ADD COLUMN role_given_by text;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
UPDATE membership SET role_since = created_at;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE membership ALTER COLUMN role_since SET NOT NULL;

-- Appointed while they have no account yet: they become administrators when they open one.
CREATE TABLE administrator_appointment (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL,
  appointed_by text,
  appointed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('administrator_appointment', 'SELECT, INSERT, DELETE');
