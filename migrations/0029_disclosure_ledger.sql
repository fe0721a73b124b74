-- What everyone who may talk to each other was told of one figure of a round, as sets of its contributors. What stands for everyone
-- comes first; filters are decided against it, one at a time, and only ever add to it. No answer is in here.
CREATE TABLE disclosure_ledger (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  figure text NOT NULL CHECK (figure <> ''),
  -- Who is numbered how: a digest of everyone's id, in order.
  contributors bytea NOT NULL,
  minimum smallint NOT NULL CHECK (minimum >= 2),
  decimals smallint NOT NULL CHECK (decimals >= 0),
  -- Of each contributor, who is known together with them; packed.
  parts bytea NOT NULL,
  -- A digest of all that is written in it, which moves with every entry.
  head bytea NOT NULL,
  PRIMARY KEY (organisation_id, round_id, figure),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('disclosure_ledger', 'SELECT, INSERT');
GRANT UPDATE (head) ON disclosure_ledger TO twohats_app;

CREATE TABLE disclosure_entry (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  figure text NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  kind text NOT NULL CHECK (kind IN ('told', 'withheld')),
  -- One bit a contributor.
  members bytea NOT NULL,
  -- The total that was told, where answers may be alike.
  total double precision,
  PRIMARY KEY (organisation_id, round_id, figure, position),
  FOREIGN KEY (organisation_id, round_id, figure) REFERENCES disclosure_ledger (organisation_id, round_id, figure) ON DELETE CASCADE,
  CHECK (kind = 'told' OR total IS NULL)
);
CALL wall_off('disclosure_entry', 'SELECT, INSERT');
