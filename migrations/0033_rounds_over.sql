-- A round that runs may be called off, with a reason that everyone who was told of it may read; what is over may leave the list.

ALTER TABLE round
  DROP CONSTRAINT round_state_check,
  ADD CONSTRAINT round_state_check
    CHECK (state IN ('draft', 'nominating', 'collecting', 'closing', 'closed', 'released', 'called-off')),
  ADD COLUMN called_off_at timestamptz,
  ADD COLUMN called_off_reason text CHECK (length(called_off_reason) BETWEEN 1 AND 500),
  ADD CONSTRAINT round_called_off_says_why
    CHECK ((state = 'called-off') = (called_off_at IS NOT NULL) AND (called_off_at IS NULL) = (called_off_reason IS NULL)),
  ADD COLUMN archived boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT round_archived_when_over CHECK (NOT archived OR state IN ('closed', 'released', 'called-off'));
