-- What somebody lets colleagues ask them about: the competency, and nothing of its level.
CREATE TABLE ask_me_about (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL,
  framework text NOT NULL,
  competency text NOT NULL,
  PRIMARY KEY (organisation_id, person_id, framework, competency),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('ask_me_about', 'SELECT, INSERT, DELETE');
