-- Practices of an organisation, each for one behaviour of a built-in framework, beside those that come with the product.
CREATE TABLE own_practice (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  framework text NOT NULL,
  behaviour text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('more', 'less')),
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('own_practice', 'SELECT, INSERT, UPDATE');
CREATE INDEX own_practice_framework ON own_practice (organisation_id, framework);

-- Its words, in one language or several.
CREATE TABLE own_practice_words (
  organisation_id uuid NOT NULL REFERENCES organisation,
  practice_id uuid NOT NULL,
  language text NOT NULL,
  name text NOT NULL,
  cue text NOT NULL,
  action text NOT NULL,
  notice text NOT NULL,
  PRIMARY KEY (organisation_id, practice_id, language),
  FOREIGN KEY (organisation_id, practice_id) REFERENCES own_practice (organisation_id, id)
);
CALL wall_off('own_practice_words', 'SELECT, INSERT, DELETE');

-- Practices that nobody is offered any more, ours by their key and own ones by their id. Whoever has one keeps it.
CREATE TABLE hidden_practice (
  organisation_id uuid NOT NULL REFERENCES organisation,
  framework text NOT NULL,
  practice text NOT NULL,
  PRIMARY KEY (organisation_id, framework, practice)
);
CALL wall_off('hidden_practice', 'SELECT, INSERT, DELETE');
