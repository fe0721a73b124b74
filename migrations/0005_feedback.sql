CREATE TABLE cycle (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  instrument_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'nominating', 'collecting', 'closing', 'closed', 'released')),
  nominate_by date,
  opens_on date,
  closes_on date,
  invitation_subject text NOT NULL,
  invitation_body text NOT NULL,
  disclosure_policy jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, instrument_id) REFERENCES instrument (organisation_id, id)
);
CALL wall_off('cycle', 'SELECT, INSERT, UPDATE, DELETE');

-- With the server's secret, makes the key of this cycle's pseudonyms. Deleted when the cycle closes.
CREATE TABLE cycle_secret (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  salt bytea NOT NULL,
  PRIMARY KEY (organisation_id, cycle_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('cycle_secret', 'SELECT, INSERT, DELETE');

-- Department, manager and level as they were at launch, so that later moves unmask nobody.
CREATE TABLE participant (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  job_title text,
  job_level text,
  department text,
  country text,
  manager_id uuid,
  nomination text NOT NULL DEFAULT 'open' CHECK (nomination IN ('open', 'submitted')),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, cycle_id, person_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('participant', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX participant_person ON participant (organisation_id, person_id);

-- Whether someone answered is not written here: both changes in one transaction would tie the two rows together.
CREATE TABLE rater (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  relationship text NOT NULL CHECK (relationship IN ('self', 'manager', 'peer', 'direct_report', 'other')),
  state text NOT NULL CHECK (state IN ('chosen', 'invited', 'ended')),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, participant_id, person_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, participant_id) REFERENCES participant (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('rater', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX rater_person ON rater (organisation_id, person_id);
CREATE INDEX rater_cycle ON rater (organisation_id, cycle_id);

-- One link per person and cycle, made from this id and the server's secret. Deleted when the cycle closes.
CREATE TABLE invitation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, cycle_id, person_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('invitation', 'SELECT, INSERT, UPDATE, DELETE');

-- No rater, no time, a random id. The pseudonym stands until the cycle closes.
CREATE TABLE response (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  relationship text NOT NULL CHECK (relationship IN ('self', 'manager', 'peer', 'direct_report', 'other', 'merged')),
  pseudonym bytea,
  state text NOT NULL CHECK (state IN ('draft', 'submitted')),
  ratings smallint[] NOT NULL,
  -- Which nulls mean "can't say" rather than "not answered yet", by index.
  cant_say smallint[] NOT NULL DEFAULT '{}',
  comments jsonb,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, participant_id, pseudonym),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, participant_id) REFERENCES participant (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('response', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX response_cycle ON response (organisation_id, cycle_id);

-- The planner's statistics are samples of what is stored; they would outlive what closing a cycle erases.
ALTER TABLE response
  ALTER COLUMN pseudonym SET STATISTICS 0,
  ALTER COLUMN ratings SET STATISTICS 0,
  ALTER COLUMN cant_say SET STATISTICS 0,
  ALTER COLUMN comments SET STATISTICS 0;
ALTER TABLE cycle_secret ALTER COLUMN salt SET STATISTICS 0;

-- Erased rows leave the files soon, whatever the size of the tables.
ALTER TABLE response SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
ALTER TABLE cycle_secret SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
ALTER TABLE invitation SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
ALTER TABLE rater SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);

-- Closing a cycle: scoring in a job that may be stopped and resumed.
CREATE TABLE closure (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('scoring', 'done')),
  scored integer NOT NULL DEFAULT 0,
  total integer NOT NULL,
  invited integer NOT NULL,
  answered integer NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (organisation_id, cycle_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('closure', 'SELECT, INSERT, UPDATE');

CREATE TABLE report (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  result jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  released_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, participant_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id),
  FOREIGN KEY (organisation_id, participant_id) REFERENCES participant (organisation_id, id)
);
CALL wall_off('report', 'SELECT, INSERT, UPDATE');
