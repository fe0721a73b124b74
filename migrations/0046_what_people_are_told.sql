-- What an organisation tells people about their data before they begin, by whom it is for. One draft each.
CREATE TABLE information_draft (
  organisation_id uuid NOT NULL REFERENCES organisation,
  audience text NOT NULL CHECK (audience IN ('members', 'raters', 'participants')),
  mode text NOT NULL CHECK (mode IN ('shown', 'agreed')),
  again boolean NOT NULL,
  responsible text NOT NULL,
  contact text NOT NULL,
  -- As written, by language.
  words jsonb NOT NULL,
  revision integer NOT NULL,
  PRIMARY KEY (organisation_id, audience)
);
CALL wall_off('information_draft', 'SELECT, INSERT, UPDATE, DELETE');

-- What was published stays as it was: nobody who serves pages may change or delete it.
CREATE TABLE information_version (
  organisation_id uuid NOT NULL REFERENCES organisation,
  audience text NOT NULL CHECK (audience IN ('members', 'raters', 'participants')),
  number integer NOT NULL CHECK (number > 0),
  mode text NOT NULL CHECK (mode IN ('shown', 'agreed')),
  again boolean NOT NULL,
  responsible text NOT NULL,
  contact text NOT NULL,
  words jsonb NOT NULL,
  -- The same with the figures of that day in it, and those figures line by line, by language.
  shown jsonb NOT NULL,
  facts jsonb NOT NULL,
  published_on date NOT NULL,
  PRIMARY KEY (organisation_id, audience, number)
);
CALL wall_off('information_version', 'SELECT, INSERT');

-- Which version an account was shown or agreed to. By day; whoever answers by link leaves no trace here.
CREATE TABLE information_answer (
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id text NOT NULL,
  audience text NOT NULL,
  number integer NOT NULL,
  agreed boolean NOT NULL,
  answered_on date NOT NULL,
  withdrawn_on date,
  PRIMARY KEY (organisation_id, account_id, audience, number),
  FOREIGN KEY (organisation_id, account_id) REFERENCES membership (organisation_id, account_id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, audience, number) REFERENCES information_version (organisation_id, audience, number),
  CHECK (withdrawn_on IS NULL OR agreed)
);
CALL wall_off('information_answer', 'SELECT, INSERT, UPDATE');
CREATE INDEX information_answer_version ON information_answer (organisation_id, audience, number);
