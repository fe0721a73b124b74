-- A second factor of an account: codes by time (RFC 6238) from a secret that is encrypted with the server's, so that a copy of the
-- database alone opens nothing.
CREATE TABLE auth.second_factor (
  account_id text PRIMARY KEY REFERENCES auth."user" ("id") ON DELETE CASCADE,
  sealed_secret text NOT NULL,
  -- The step of time of the newest code that was taken: none is good twice.
  last_step bigint NOT NULL,
  -- Keyed hashes of the recovery codes that are left.
  recovery text[] NOT NULL,
  since date NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.second_factor TO twohats_app;
