-- Sign-in tables belong to better-auth and to no organisation: one account may be a member of several.
-- Everything else carries organisation_id and is walled off by row-level security.

CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('twohats.organisation_id', true), '')::uuid $$;

CREATE FUNCTION current_account() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('twohats.account_id', true), '') $$;

-- Every table of an organisation passes through here; a test lists the tables that did not.
CREATE PROCEDURE wall_off(target regclass, privileges text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY own_organisation ON %s USING (organisation_id = (SELECT current_organisation()))
       WITH CHECK (organisation_id = (SELECT current_organisation()))', target);
  EXECUTE format('GRANT %s ON %s TO twohats_app', privileges, target);
END $$;

CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO twohats_app;

CREATE TABLE auth."user" (
  "id" text NOT NULL PRIMARY KEY,
  "name" text NOT NULL,
  "email" text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL,
  "image" text,
  "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE auth."session" (
  "id" text NOT NULL PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  "token" text NOT NULL UNIQUE,
  "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE
);
CREATE TABLE auth."account" (
  "id" text NOT NULL PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE TABLE auth."verification" (
  "id" text NOT NULL PRIMARY KEY,
  "identifier" text NOT NULL,
  "value" text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE INDEX "session_userId_idx" ON auth."session" ("userId");
CREATE INDEX "account_userId_idx" ON auth."account" ("userId");
CREATE INDEX "verification_identifier_idx" ON auth."verification" ("identifier");
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO twohats_app;

CREATE TABLE organisation (
  organisation_id uuid NOT NULL PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL
);
CALL wall_off('organisation', 'SELECT, INSERT, UPDATE');

CREATE TABLE membership (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  account_id text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  person_id uuid,
  role text NOT NULL CHECK (role IN ('admin', 'member')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, account_id),
  UNIQUE (organisation_id, person_id)
);
CALL wall_off('membership', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX membership_account ON membership (account_id);

-- Someone signing in has no organisation yet: they may see their own memberships, and nothing else.
CREATE POLICY own_memberships ON membership FOR SELECT USING (account_id = (SELECT current_account()));
CREATE POLICY organisations_of_account ON organisation FOR SELECT
  USING (organisation_id IN (SELECT m.organisation_id FROM membership m WHERE m.account_id = (SELECT current_account())));

CREATE TABLE audit_record (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  account_id text,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (organisation_id, id)
);
-- Append-only: the application role may neither change nor delete what it wrote.
CALL wall_off('audit_record', 'SELECT, INSERT');
CREATE INDEX audit_record_at ON audit_record (organisation_id, at DESC);
