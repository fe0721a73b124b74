-- Single sign-on: providers of an organisation, the domains whose addresses they may speak for, and whose account a subject of theirs is.
ALTER TABLE organisation ADD COLUMN provider_only boolean NOT NULL DEFAULT false;
ALTER TABLE membership
  ADD COLUMN break_glass boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT membership_break_glass_owns CHECK (owner OR NOT break_glass);

-- Which sessions were opened by a provider: they enter its organisation alone.
CREATE TABLE auth.session_origin (
  session_id text PRIMARY KEY REFERENCES auth."session" ("id") ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  both_steps boolean NOT NULL
);
GRANT SELECT, INSERT, DELETE ON auth.session_origin TO twohats_app;

CREATE TABLE sign_on_provider (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('oidc', 'saml')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  state text NOT NULL CHECK (state IN ('on', 'off')),
  issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 1000),
  client_id text,
  -- Encrypted with the server's secret, for this provider alone.
  client_secret text,
  entry_point text,
  certificates text[],
  both_steps boolean NOT NULL,
  joins text NOT NULL CHECK (joins IN ('known', 'anybody')),
  group_claim text,
  admin_group text,
  analyst_group text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  CHECK (kind <> 'oidc' OR client_id IS NOT NULL),
  CHECK (kind <> 'saml' OR (entry_point IS NOT NULL AND certificates IS NOT NULL))
);
CALL wall_off('sign_on_provider', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE sign_on_domain (
  organisation_id uuid NOT NULL REFERENCES organisation,
  domain text NOT NULL CHECK (domain = lower(domain) AND length(domain) BETWEEN 3 AND 253),
  verified_by text CHECK (verified_by IN ('dns', 'operator')),
  verified_at timestamptz,
  claimed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, domain),
  CHECK ((verified_by IS NULL) = (verified_at IS NULL))
);
CALL wall_off('sign_on_domain', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX sign_on_domain_verified ON sign_on_domain (domain) WHERE verified_at IS NOT NULL;

-- Whoever is about to sign in belongs to no organisation yet: of one domain they see which have proven that it is theirs.
CREATE POLICY verified_domain ON sign_on_domain FOR SELECT
  USING (verified_at IS NOT NULL AND domain = nullif(current_setting('twohats.domain', true), ''));

CREATE TABLE sign_on_link (
  organisation_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 1000),
  account_id text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  since date NOT NULL,
  PRIMARY KEY (organisation_id, provider_id, subject),
  UNIQUE (organisation_id, provider_id, account_id),
  FOREIGN KEY (organisation_id, provider_id) REFERENCES sign_on_provider (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('sign_on_link', 'SELECT, INSERT, DELETE');
CREATE INDEX sign_on_link_account ON sign_on_link (account_id);
