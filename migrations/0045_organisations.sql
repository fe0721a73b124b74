-- Several organisations on one server: made and suspended by whoever runs it, called and coloured as their owners like.

ALTER TABLE organisation
  -- What its owners call it on pages and in letters, where that is not what whoever runs the server calls it.
  ADD COLUMN display_name text CHECK (length(display_name) BETWEEN 1 AND 80);

-- When nobody gets in. `organisation.state` says whether that is now; this says why, and which days the clock has to leave alone.
CREATE TABLE suspension (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  PRIMARY KEY (organisation_id, id),
  CHECK (until >= since)
);
CALL wall_off('suspension', 'SELECT, INSERT, UPDATE');
CREATE UNIQUE INDEX suspension_now ON suspension (organisation_id) WHERE until IS NULL;

-- Suspended by hand before there was a command: it has a reason from now on.
ALTER TABLE organisation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE suspension NO FORCE ROW LEVEL SECURITY;
INSERT INTO suspension (organisation_id, id, since, why)
SELECT organisation_id, gen_random_uuid(), now(), 'Suspended before an update of the server.' FROM organisation WHERE state = 'suspended';
ALTER TABLE suspension FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;

-- The link by which the first owner comes in, while nobody has. Only its id: the address stands in the link alone.
CREATE TABLE owner_invitation (
  organisation_id uuid NOT NULL PRIMARY KEY REFERENCES organisation,
  id uuid NOT NULL,
  until timestamptz NOT NULL
);
CALL wall_off('owner_invitation', 'SELECT, INSERT, UPDATE, DELETE');

-- Codes with which somebody makes an organisation, by keyed hashes: whoever reads the database can use none.
CREATE TABLE auth.founding_code (
  mark text PRIMARY KEY,
  until timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON auth.founding_code TO twohats_app;

-- How an organisation looks. The logo was drawn anew from its pixels, always as PNG; its mark is another with each logo.
CREATE TABLE branding (
  organisation_id uuid NOT NULL PRIMARY KEY REFERENCES organisation,
  accent text CHECK (accent ~ '^#[0-9a-f]{6}$'),
  logo bytea CHECK (octet_length(logo) <= 262144),
  logo_mark text,
  logo_width smallint CHECK (logo_width BETWEEN 1 AND 480),
  logo_height smallint CHECK (logo_height BETWEEN 1 AND 160),
  CHECK (num_nulls(logo, logo_mark, logo_width, logo_height) IN (0, 4))
);
CALL wall_off('branding', 'SELECT, INSERT, UPDATE');
-- It is compressed already.
ALTER TABLE branding ALTER COLUMN logo SET STORAGE EXTERNAL;

-- The operator's commands see which organisations there are, also where the owner of the tables is bound by the walls.
CREATE POLICY organisations_for_operator ON organisation FOR SELECT USING (current_setting('twohats.operating', true) = 'on');
CREATE POLICY suspensions_for_operator ON suspension FOR SELECT USING (current_setting('twohats.operating', true) = 'on');
CREATE POLICY invitations_for_operator ON owner_invitation FOR SELECT USING (current_setting('twohats.operating', true) = 'on');
