-- What somebody practises for 30 days: one small thing at one moment of their day. Nobody else reads it.
CREATE TABLE practice (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- What it is for and where its words came from, as far as they came from somewhere.
  area_id uuid,
  behaviour text,
  offered text,
  cue text NOT NULL,
  action text NOT NULL,
  -- Digits of ISO weekdays: 1 is Monday.
  weekdays text NOT NULL CHECK (weekdays ~ '^[1-7]{1,7}$'),
  state text NOT NULL CHECK (state IN ('chosen', 'running', 'finished', 'stopped')),
  begun_on date,
  ends_on date,
  extended_on date,
  ended_on date,
  -- What was written half way through, and at the end.
  midway text,
  learned text NOT NULL DEFAULT '',
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, area_id) REFERENCES plan_area (organisation_id, id) ON DELETE SET NULL (area_id),
  CHECK ((state = 'chosen') = (begun_on IS NULL)),
  CHECK ((begun_on IS NULL) = (ends_on IS NULL)),
  CHECK ((state IN ('finished', 'stopped')) = (ended_on IS NOT NULL))
);
CALL wall_off('practice', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX practice_person ON practice (organisation_id, person_id);
-- One at a time.
CREATE UNIQUE INDEX practice_open ON practice (organisation_id, person_id) WHERE ended_on IS NULL;

-- What became of a day.
CREATE TABLE practice_check_in (
  organisation_id uuid NOT NULL REFERENCES organisation,
  practice_id uuid NOT NULL,
  day date NOT NULL,
  answer text NOT NULL CHECK (answer IN ('done', 'not', 'no-chance')),
  PRIMARY KEY (organisation_id, practice_id, day),
  FOREIGN KEY (organisation_id, practice_id) REFERENCES practice (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('practice_check_in', 'SELECT, INSERT, UPDATE, DELETE');
