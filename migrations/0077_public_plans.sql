-- Executives may show what they work on to everybody in their organisation: the plan, from the day on that they chose it.
CREATE TABLE plan_publication (
  organisation_id uuid NOT NULL REFERENCES organisation,
  plan_id uuid NOT NULL,
  published_on date NOT NULL,
  PRIMARY KEY (organisation_id, plan_id),
  FOREIGN KEY (organisation_id, plan_id) REFERENCES plan (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('plan_publication', 'SELECT, INSERT, DELETE');
