-- A clear-out: a leader and those asked name meetings and reports that nobody needs; what was stopped is checked a month later.
CREATE TABLE clear_out (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  leader_id uuid NOT NULL,
  begun_on date NOT NULL,
  -- From then on nothing more is named.
  closed_on date,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, leader_id) REFERENCES person (organisation_id, id),
  CHECK (closed_on >= begun_on)
);
CALL wall_off('clear_out', 'SELECT, INSERT, UPDATE, DELETE');
CREATE UNIQUE INDEX clear_out_open ON clear_out (organisation_id, leader_id) WHERE closed_on IS NULL;
CREATE INDEX clear_out_leader ON clear_out (organisation_id, leader_id);

-- Who was asked besides the leader.
CREATE TABLE clear_out_member (
  organisation_id uuid NOT NULL REFERENCES organisation,
  clear_out_id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- When they said that they know of nothing.
  nothing_on date,
  PRIMARY KEY (organisation_id, clear_out_id, person_id),
  FOREIGN KEY (organisation_id, clear_out_id) REFERENCES clear_out (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('clear_out_member', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX clear_out_member_person ON clear_out_member (organisation_id, person_id);

CREATE TABLE clear_out_item (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  clear_out_id uuid NOT NULL,
  -- Who named it; null once they were erased.
  author_id uuid,
  kind text NOT NULL CHECK (kind IN ('meeting', 'report', 'other')),
  words text NOT NULL,
  why text NOT NULL,
  state text NOT NULL DEFAULT 'named' CHECK (state IN ('named', 'stopped', 'stays')),
  -- When that was decided, and when to look whether it stayed so.
  decided_on date,
  check_on date,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, clear_out_id) REFERENCES clear_out (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, author_id) REFERENCES person (organisation_id, id),
  CHECK ((state = 'named') = (decided_on IS NULL)),
  CHECK ((state = 'stopped') = (check_on IS NOT NULL))
);
CALL wall_off('clear_out_item', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX clear_out_item_of ON clear_out_item (organisation_id, clear_out_id);
CREATE INDEX clear_out_item_author ON clear_out_item (organisation_id, author_id) WHERE author_id IS NOT NULL;

-- Whether what was stopped stayed stopped, as each sees it.
CREATE TABLE clear_out_answer (
  organisation_id uuid NOT NULL REFERENCES organisation,
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  answer text NOT NULL CHECK (answer IN ('stayed', 'back')),
  answered_on date NOT NULL,
  PRIMARY KEY (organisation_id, item_id, person_id),
  FOREIGN KEY (organisation_id, item_id) REFERENCES clear_out_item (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('clear_out_answer', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX clear_out_answer_person ON clear_out_answer (organisation_id, person_id);
