-- What was found when the chain of the audit record was last followed: following it takes seconds where there is much. No count and
-- no day of a seal: they would move when somebody declines.
CREATE TABLE audit_check (
  organisation_id uuid NOT NULL REFERENCES organisation,
  checked_on date NOT NULL,
  -- The first seal that does not hold, and why; null where all do.
  broken_seal integer,
  broken_why text CHECK (broken_why IN ('seal-missing', 'records-missing', 'other-secret', 'changed')),
  PRIMARY KEY (organisation_id),
  CHECK ((broken_seal IS NULL) = (broken_why IS NULL))
);
CALL wall_off('audit_check', 'SELECT, INSERT, UPDATE');
