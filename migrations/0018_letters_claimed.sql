-- A letter is claimed in one short transaction and what became of it is noted in another, so that nothing is held open while a mail
-- server takes its time. The claim runs out by this database's clock; whoever comes then may take the letter over.
ALTER TABLE message
  ADD COLUMN claim_id uuid,
  ADD COLUMN claimed_until timestamptz,
  -- When it was first handed to a mail server. It is given up two days after that, not after it was written.
  ADD COLUMN tried_since timestamptz,
  DROP CONSTRAINT message_state_check,
  ADD CONSTRAINT message_state_check CHECK (state IN ('queued', 'sending', 'sent', 'kept', 'failed', 'bounced')),
  ADD CONSTRAINT message_claimed CHECK (
    (state = 'sending') = (claim_id IS NOT NULL) AND (claim_id IS NULL) = (claimed_until IS NULL)
  );

-- The owner of the tables sees no organisation's rows either, so the wall is open while these change.
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
UPDATE message SET tried_since = created_at WHERE state = 'queued' AND attempts > 0;
-- Kept is from now on what the demonstration shows; elsewhere a letter without a mail server waits, and leaves once there is one.
UPDATE message SET state = 'queued', last_error = 'no-server' WHERE state = 'kept' AND html IS NOT NULL;
UPDATE message SET state = 'failed', last_error = 'too-late' WHERE state = 'kept';
ALTER TABLE message FORCE ROW LEVEL SECURITY;

-- Asked for every few minutes: what still has to leave, and what was taken back and not settled yet.
CREATE INDEX message_unsent ON message (organisation_id, id) WHERE state IN ('queued', 'sending');
CREATE INDEX message_taken_back ON message (organisation_id, kind) WHERE state = 'failed' AND last_error = 'too-late';
