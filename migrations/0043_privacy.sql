-- How long an organisation keeps each kind of data of which that can be chosen; nothing chosen: for ever.
CREATE TABLE retention_period (
  organisation_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL,
  -- Null: for ever.
  years integer CHECK (years BETWEEN 1 AND 100),
  -- From when on it holds; until then, what held before.
  holds_from date NOT NULL,
  years_before integer CHECK (years_before BETWEEN 1 AND 100),
  PRIMARY KEY (organisation_id, kind)
);
CALL wall_off('retention_period', 'SELECT, INSERT, UPDATE');

-- The night for which the clock forgot last. Whoever forgets, erases or puts a hold locks it.
CREATE TABLE retention_run (
  organisation_id uuid NOT NULL REFERENCES organisation,
  ran_on date,
  PRIMARY KEY (organisation_id)
);
CALL wall_off('retention_run', 'SELECT, INSERT, UPDATE');

-- Of whom, or of which round, nothing may be forgotten or erased for now, and why.
CREATE TABLE legal_hold (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid,
  round_id uuid,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  placed_on date NOT NULL,
  placed_by text NOT NULL,
  ended_on date,
  ended_by text,
  PRIMARY KEY (organisation_id, id),
  CHECK (num_nonnulls(person_id, round_id) = 1),
  CHECK ((ended_on IS NULL) = (ended_by IS NULL)),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('legal_hold', 'SELECT, INSERT, UPDATE, DELETE');
CREATE UNIQUE INDEX legal_hold_of_person ON legal_hold (organisation_id, person_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX legal_hold_of_round ON legal_hold (organisation_id, round_id) WHERE ended_on IS NULL;
