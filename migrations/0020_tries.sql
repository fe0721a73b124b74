-- How many tries at a password or a code there were lately, counted by all processes together (rate-limiter-flexible).
-- A key is a keyed hash of an e-mail address, a device, or a network address with the day: without the secret it names nobody.
-- Unlogged: what a crash loses is not missed, and nothing of it reaches an archive of the write-ahead log.
CREATE UNLOGGED TABLE auth.tries (
  key varchar(255) NOT NULL PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  -- When it may be forgotten, in milliseconds since 1970.
  expire bigint
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.tries TO twohats_app;
