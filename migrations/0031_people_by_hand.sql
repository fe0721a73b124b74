-- People by hand: a person's revision, a day on which they leave, the days they work, when they are away, and what was changed.
ALTER TABLE person
  ADD COLUMN revision integer NOT NULL DEFAULT 0,
  -- The first day on which they are inactive, when that has not come yet; the clock carries it out.
  ADD COLUMN leaves_on date CHECK (leaves_on IS NULL OR status = 'active'),
  -- The days of the week on which they work, Monday being 1: "12345". Null: not known.
  ADD COLUMN working_days text CHECK (working_days <> '' AND working_days ~ '^1?2?3?4?5?6?7?$');
CREATE INDEX person_leaving ON person (organisation_id, leaves_on) WHERE leaves_on IS NOT NULL;

ALTER TABLE address_change DROP CONSTRAINT address_change_way_check;
ALTER TABLE address_change ADD CONSTRAINT address_change_way_check CHECK (way IN ('import', 'command', 'hand'));

-- When somebody is away, both days included. Why is nobody's business here.
CREATE TABLE person_absence (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE,
  CHECK (first_day <= last_day)
);
CALL wall_off('person_absence', 'SELECT, INSERT, DELETE');
CREATE INDEX person_absence_of ON person_absence (organisation_id, person_id, last_day);

-- What was changed of a person, one row each time. A manager is named by id, so that an erased name stands in nobody else's history.
CREATE TABLE person_change (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  -- Null: the clock.
  account_id text,
  way text NOT NULL CHECK (way IN ('hand', 'import', 'command', 'clock')),
  -- The person's revision afterwards.
  revision integer NOT NULL,
  changes jsonb NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('person_change', 'SELECT, INSERT');
CREATE INDEX person_change_of ON person_change (organisation_id, person_id, revision DESC);
