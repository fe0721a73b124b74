-- What somebody tells all who were asked about them: what they work on, thanks, and later what came of it. Each once of a
-- report, in their own words, as it was sent.
CREATE TABLE announcement (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  report_id uuid NOT NULL,
  -- The round of that report, and whom it asked about in it: what was told goes when the round is forgotten.
  of_round_id uuid NOT NULL,
  of_subject_id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('announced', 'thanked', 'told')),
  word text NOT NULL CHECK (word <> '' AND length(word) <= 1200),
  sent_on date NOT NULL,
  recipients integer NOT NULL CHECK (recipients > 0),
  PRIMARY KEY (organisation_id, report_id, step),
  FOREIGN KEY (organisation_id, of_round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, of_subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('announcement', 'SELECT, INSERT, DELETE');
CREATE INDEX announcement_person ON announcement (organisation_id, person_id);
CREATE INDEX announcement_of_round ON announcement (organisation_id, of_round_id);
CREATE INDEX announcement_of_subject ON announcement (organisation_id, of_subject_id);
