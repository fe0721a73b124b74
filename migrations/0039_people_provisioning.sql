-- An identity provider keeps people up to date (SCIM): tokens it comes with, whom it keeps, its groups, and who is not let leave by it.
ALTER TABLE person_change DROP CONSTRAINT person_change_way_check;
ALTER TABLE person_change
  ADD CONSTRAINT person_change_way_check CHECK (way IN ('hand', 'import', 'command', 'provisioning', 'clock'));
ALTER TABLE address_change DROP CONSTRAINT address_change_way_check;
ALTER TABLE address_change
  ADD CONSTRAINT address_change_way_check CHECK (way IN ('import', 'command', 'hand', 'provisioning'));

CREATE TABLE provisioning_token (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- Keyed by the server's secret: a copy of the database opens nothing.
  token_hash text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_on date,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('provisioning_token', 'SELECT, INSERT, UPDATE');

-- Whom an identity provider keeps: what it calls them, and what it said that the directory keeps in another form or not at all.
CREATE TABLE provisioned_person (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  user_name text NOT NULL CHECK (length(user_name) BETWEEN 1 AND 254),
  user_name_key text GENERATED ALWAYS AS (lower(user_name)) STORED NOT NULL,
  external_id text,
  said jsonb NOT NULL,
  -- A manager it named who is not there yet.
  awaited_manager text,
  awaited_key text GENERATED ALWAYS AS (lower(awaited_manager)) STORED,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('provisioned_person', 'SELECT, INSERT, UPDATE, DELETE');
CREATE UNIQUE INDEX provisioned_person_user_name ON provisioned_person (organisation_id, user_name_key);
CREATE UNIQUE INDEX provisioned_person_external_id ON provisioned_person (organisation_id, external_id);
CREATE INDEX provisioned_person_awaiting ON provisioned_person (organisation_id, awaited_key);

CREATE TABLE provisioned_group (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 254),
  display_name_key text GENERATED ALWAYS AS (lower(display_name)) STORED NOT NULL,
  external_id text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('provisioned_group', 'SELECT, INSERT, UPDATE, DELETE');
CREATE UNIQUE INDEX provisioned_group_name ON provisioned_group (organisation_id, display_name_key);
CREATE UNIQUE INDEX provisioned_group_external_id ON provisioned_group (organisation_id, external_id);

CREATE TABLE provisioned_member (
  organisation_id uuid NOT NULL,
  group_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, group_id, person_id),
  FOREIGN KEY (organisation_id, group_id) REFERENCES provisioned_group (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES provisioned_person (organisation_id, person_id) ON DELETE CASCADE
);
CALL wall_off('provisioned_member', 'SELECT, INSERT, DELETE');
CREATE INDEX provisioned_member_of ON provisioned_member (organisation_id, person_id);

-- Whom an identity provider let leave within a day ('left'), whom it may not before somebody decides ('held'), and of whom was
-- decided that they stay ('stays').
CREATE TABLE provisioned_departure (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('left', 'held', 'stays')),
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('provisioned_departure', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX provisioned_departure_state ON provisioned_departure (organisation_id, state, at);
