-- What somebody works on: one plan at a time, theirs, read by nobody else unless they share it.
CREATE TABLE plan (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  begun_on date NOT NULL,
  ended_on date,
  -- The day on which they decided to work on leading although managing was advised first.
  overruled_on date,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  CHECK (ended_on >= begun_on)
);
CALL wall_off('plan', 'SELECT, INSERT, UPDATE, DELETE');
CREATE UNIQUE INDEX plan_open ON plan (organisation_id, person_id) WHERE ended_on IS NULL;
CREATE INDEX plan_person ON plan (organisation_id, person_id);

-- An area to work on: what it came from, and its goal.
CREATE TABLE plan_area (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  origin text NOT NULL CHECK (origin IN ('report', 'role', 'starter', 'own')),
  -- The report it was chosen in, which may be gone.
  report_id uuid,
  -- Of a built-in framework or an own one; a competency, or one behaviour of it.
  framework text,
  competency text,
  behaviour text,
  direction text CHECK (direction IN ('more', 'less', 'keep')),
  hat text,
  title text NOT NULL,
  goal text NOT NULL,
  measure text NOT NULL,
  means text NOT NULL,
  reason text NOT NULL,
  due_on date,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'reached', 'dropped')),
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, plan_id) REFERENCES plan (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('plan_area', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX plan_area_plan ON plan_area (organisation_id, plan_id);

CREATE TABLE plan_action (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  area_id uuid NOT NULL,
  kind text NOT NULL
    CHECK (kind IN ('practice', 'course', 'stretch', 'rotation', 'mentor', 'peer', 'conversation', 'reading', 'other')),
  words text NOT NULL,
  -- Who sees to it; null: whose plan it is.
  owner_id uuid,
  due_on date,
  hat text,
  -- By which one can tell that it happened.
  evidence text NOT NULL,
  -- A practice of the library, ours by its key or an own one by its id.
  practice text,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped')),
  done_on date,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, area_id) REFERENCES plan_area (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, owner_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('plan_action', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX plan_action_area ON plan_action (organisation_id, area_id);
CREATE INDEX plan_action_owner ON plan_action (organisation_id, owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE plan_comment (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  -- Null once whoever said it was erased.
  author_id uuid,
  words text NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, plan_id) REFERENCES plan (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, author_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('plan_comment', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX plan_comment_plan ON plan_comment (organisation_id, plan_id);
CREATE INDEX plan_comment_author ON plan_comment (organisation_id, author_id);

-- What became of a plan, by whom and when, in the words that stood then.
CREATE TABLE plan_event (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  author_id uuid,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  about text NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, plan_id) REFERENCES plan (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, author_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('plan_event', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX plan_event_plan ON plan_event (organisation_id, plan_id);
CREATE INDEX plan_event_author ON plan_event (organisation_id, author_id);

-- A mentor reads what is given to them, as a colleague does.
ALTER TABLE reading_grant DROP CONSTRAINT reading_grant_reader_check;
ALTER TABLE reading_grant
  ADD CONSTRAINT reading_grant_reader_check CHECK (reader IN ('coach', 'manager', 'mentor', 'colleague'));
