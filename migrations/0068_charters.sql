-- What somebody's job is in managing and leading, agreed with whoever leads them or with HR: in versions, each signed by both.
CREATE TABLE charter (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  -- One duty a line.
  managing_duties text NOT NULL,
  leading_duties text NOT NULL,
  -- With whom it is agreed.
  partner text NOT NULL CHECK (partner IN ('manager', 'hr')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'signed')),
  person_signed_on date,
  partner_signed_on date,
  -- Who signed for the other side; null once they were erased.
  partner_id uuid,
  -- Why it was not signed, while it is changed.
  returned_why text,
  -- When both look at it again.
  review_on date,
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  CONSTRAINT charter_version UNIQUE (organisation_id, person_id, version) DEFERRABLE INITIALLY IMMEDIATE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, partner_id) REFERENCES person (organisation_id, id),
  CHECK ((state = 'draft') = (person_signed_on IS NULL)),
  CHECK ((state = 'signed') = (partner_signed_on IS NOT NULL)),
  CHECK ((state = 'signed') = (review_on IS NOT NULL))
);
CALL wall_off('charter', 'SELECT, INSERT, UPDATE, DELETE');
-- One at a time is worked on.
CREATE UNIQUE INDEX charter_open ON charter (organisation_id, person_id) WHERE state <> 'signed';
CREATE INDEX charter_partner ON charter (organisation_id, partner_id) WHERE partner_id IS NOT NULL;
