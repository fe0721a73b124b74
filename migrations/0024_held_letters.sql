-- Letters of a round that came due while their reader's address waits. What they need to be written then, never a link or a text.
CREATE TABLE held_letter (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  -- Null: the invitation. Otherwise a notice, with its page and whom it speaks of.
  notice jsonb,
  -- Of no more use once the round is closed, and erased with its other letters.
  until_closed boolean NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('held_letter', 'SELECT, INSERT, DELETE');
CREATE INDEX held_letter_of_person ON held_letter (organisation_id, person_id);
CREATE UNIQUE INDEX held_letter_invitation ON held_letter (organisation_id, person_id, cycle_id) WHERE notice IS NULL;
