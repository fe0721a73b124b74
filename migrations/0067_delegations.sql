-- Decisions that somebody makes or has handed over: their own register, which nobody else reads.
CREATE TABLE delegation (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  decision text NOT NULL,
  -- Who could make it, in their words: a person, a team or a role.
  owner text NOT NULL,
  degree text NOT NULL CHECK (degree IN ('decide-and-tell', 'recommend', 'ask-first')),
  is_handed_over boolean NOT NULL DEFAULT false,
  review_on date,
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  CHECK (NOT is_handed_over OR owner <> '')
);
CALL wall_off('delegation', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX delegation_person ON delegation (organisation_id, person_id);

-- What became of each, in order.
CREATE TABLE delegation_step (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  delegation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('handed-over', 'taken-back', 'reviewed')),
  taken_on date NOT NULL,
  -- To whom, or why: in the words that stood then.
  words text NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, delegation_id) REFERENCES delegation (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('delegation_step', 'SELECT, INSERT, DELETE');
CREATE INDEX delegation_step_delegation ON delegation_step (organisation_id, delegation_id);
