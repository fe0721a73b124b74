-- Who is asked in place of whom, once someone has declined. Each who declined is stood in for once.
ALTER TABLE rater ADD COLUMN replaces uuid;
CREATE UNIQUE INDEX rater_stand_in ON rater (organisation_id, replaces);
