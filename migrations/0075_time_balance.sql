-- Where somebody's time goes: their own, which nobody else reads. What they called their meetings, each put to a hat once.
CREATE TABLE time_kind (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- The title without what changes from one time to the next; '' for those without one, '*' for all that are rare.
  series text NOT NULL,
  title text NOT NULL,
  hat text CHECK (hat IN ('managing', 'leading', 'neither')),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, person_id, series),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('time_kind', 'SELECT, INSERT, UPDATE, DELETE');

-- A week, from Monday on: written by hand, with the minutes of each hat, or read from a calendar, by kind.
CREATE TABLE time_week (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  week_on date NOT NULL CHECK (extract(isodow FROM week_on) = 1),
  source text NOT NULL CHECK (source IN ('hand', 'calendar')),
  managing_minutes integer NOT NULL DEFAULT 0 CHECK (managing_minutes >= 0),
  leading_minutes integer NOT NULL DEFAULT 0 CHECK (leading_minutes >= 0),
  neither_minutes integer NOT NULL DEFAULT 0 CHECK (neither_minutes >= 0),
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, person_id, week_on),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  CHECK (source = 'hand' OR managing_minutes + leading_minutes + neither_minutes = 0),
  CHECK (managing_minutes + leading_minutes + neither_minutes <= 7 * 24 * 60)
);
CALL wall_off('time_week', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE time_spent (
  organisation_id uuid NOT NULL REFERENCES organisation,
  week_id uuid NOT NULL,
  kind_id uuid NOT NULL,
  minutes integer NOT NULL CHECK (minutes >= 0),
  meetings integer NOT NULL CHECK (meetings >= 0),
  PRIMARY KEY (organisation_id, week_id, kind_id),
  FOREIGN KEY (organisation_id, week_id) REFERENCES time_week (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, kind_id) REFERENCES time_kind (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('time_spent', 'SELECT, INSERT, DELETE');
CREATE INDEX time_spent_kind ON time_spent (organisation_id, kind_id);

-- What the calendar that was read last left out, by why: the picture says what it rests on.
CREATE TABLE time_reading (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL,
  read_on date NOT NULL,
  week_on date NOT NULL,
  weeks integer NOT NULL,
  meetings integer NOT NULL,
  all_day integer NOT NULL,
  declined integer NOT NULL,
  cancelled integer NOT NULL,
  free integer NOT NULL,
  no_length integer NOT NULL,
  unreadable integer NOT NULL,
  unknown_zone integer NOT NULL,
  -- Titles that are counted together because there are too many.
  rare integer NOT NULL,
  overlap_minutes integer NOT NULL,
  -- Weeks that were written by hand, and stayed.
  by_hand integer NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('time_reading', 'SELECT, INSERT, DELETE');
