-- By which a start with another secret is noticed before anything is changed; see decision 16. The owner's alone: of no
-- organisation, and the application role has no business with it.
CREATE SCHEMA installation;

CREATE TABLE installation.secret (
  the_only_row boolean PRIMARY KEY DEFAULT true CHECK (the_only_row),
  fingerprint text NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now()
);
