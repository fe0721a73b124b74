-- Whether HR may be told of what a pulse told as one of many in a round: whoever asked for one before was promised that
-- nothing of it is.
ALTER TABLE pulse ADD may_count boolean NOT NULL DEFAULT false;

-- A count that something else was told beside moves no more: its next would tell who came between.
ALTER TABLE follow_through ADD settled boolean NOT NULL DEFAULT false;

-- Of how many of a round's participants a pulse told that something moved. Told once, and never changed.
CREATE TABLE change_proof (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  told jsonb NOT NULL,
  told_on date NOT NULL,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('change_proof', 'SELECT, INSERT, DELETE');
