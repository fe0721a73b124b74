-- Whose address was changed, by whom, and until when nobody gets in by the new one (features/identity/domain/address-change.ts).
CREATE TABLE address_change (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- The address that was known to be theirs: the last one whose wait was over. Null where it had been somebody else's before.
  old_address text,
  -- Null: it was taken out.
  new_address text,
  changed_at timestamptz NOT NULL,
  -- The accounts that changed it since it was the old one; "operator" for whoever runs the server.
  makers text[] NOT NULL,
  -- Whether all of them had been in office longer than the wait, so that a second administrator may agree.
  makers_count boolean NOT NULL,
  way text NOT NULL CHECK (way IN ('import', 'command')),
  -- What was changed together.
  batch_id uuid NOT NULL,
  -- As the organisation had it then: what is changed later shortens no wait.
  wait_days smallint NOT NULL CHECK (wait_days BETWEEN 3 AND 60),
  state text NOT NULL CHECK (state IN ('waiting', 'refused', 'confirmed', 'passed', 'returned', 'replaced')),
  settled_at timestamptz,
  settled_how text CHECK (settled_how IN ('old-address', 'own-account', 'second-administrator')),
  settled_by text,
  -- The last change of their address that is known.
  is_latest boolean NOT NULL,
  -- What is still to be written: to the old address, to administrators after a refusal, and what came due meanwhile.
  told_at timestamptz,
  refusal_told_at timestamptz,
  followed_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('address_change', 'SELECT, INSERT, UPDATE');
CREATE UNIQUE INDEX address_change_latest ON address_change (organisation_id, person_id) WHERE is_latest;
-- Asked with every page and every link: few rows at any time.
CREATE UNIQUE INDEX address_change_open ON address_change (organisation_id, person_id) WHERE state IN ('waiting', 'refused');
CREATE INDEX address_change_of_person ON address_change (organisation_id, person_id, changed_at);

-- How long a changed address waits. A shorter wait holds once the one before it is over, so that nobody shortens it for a change.
ALTER TABLE organisation
  ADD COLUMN address_wait_days smallint NOT NULL DEFAULT 7 CHECK (address_wait_days BETWEEN 3 AND 60),
  ADD COLUMN address_wait_before smallint CHECK (address_wait_before BETWEEN 3 AND 60),
  ADD COLUMN address_wait_since timestamptz;
