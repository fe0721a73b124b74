-- After somebody who leads was away, they ask their team whether the plan held: a round of its own kind.
ALTER TABLE round
  DROP CONSTRAINT round_kind_check,
  ADD CONSTRAINT round_kind_check CHECK (kind IN ('feedback', 'assessment', 'pulse', 'suggestion', 'away'));

-- What only such a round has: who was away when, what they said themselves before they asked, and what was told.
CREATE TABLE away_test (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  person_id uuid NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL CHECK (last_day >= first_day),
  -- How many were asked: of some no row may be left later.
  asked integer NOT NULL CHECK (asked > 0),
  -- Whoever was away, to the three questions in turn: 1 to 3, 0 where they could not say. Never changed.
  own smallint[] NOT NULL CHECK (cardinality(own) = 3 AND 0 <= ALL (own) AND 3 >= ALL (own)),
  -- While it is answered or counted, nobody begins another one.
  is_open boolean NOT NULL DEFAULT true,
  -- Null until it was counted, and where it was called off.
  told jsonb CHECK (told IS NULL OR NOT is_open),
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('away_test', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX away_test_person ON away_test (organisation_id, person_id);
CREATE UNIQUE INDEX away_test_open ON away_test (organisation_id, person_id) WHERE is_open;
