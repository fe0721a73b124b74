-- A pseudonym belongs to one rater about one participant: with one for all of a rater's responses, whoever held the database
-- could hold the pattern of who answered about whom against the list of requests. The server makes the old ones new at its
-- next start, which takes its secret.
ALTER TABLE cycle_secret ADD COLUMN by_pair boolean NOT NULL DEFAULT false;
-- The salt itself stays as it was made.
GRANT UPDATE (by_pair) ON cycle_secret TO twohats_app;

-- Nothing is written of a person in the moments of answering, so it is no longer kept that they opened their link.
ALTER TABLE invitation DROP COLUMN opened;
