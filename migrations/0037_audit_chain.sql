-- The audit record as a chain: a job seals what was recorded since, each seal over the one before. Nothing is written by the
-- transactions that record, so they don't wait for each other.
CREATE TABLE audit_seal (
  organisation_id uuid NOT NULL REFERENCES organisation,
  number integer NOT NULL CHECK (number > 0),
  records integer NOT NULL CHECK (records > 0),
  -- Keyed by the server's secret: whoever writes to the database alone makes no seal.
  digest text NOT NULL,
  -- Of that secret, so that another one is told from a change.
  key_mark text NOT NULL,
  sealed_on date NOT NULL,
  PRIMARY KEY (organisation_id, number)
);
CALL wall_off('audit_seal', 'SELECT, INSERT');

-- Which records a seal holds.
CREATE TABLE audit_link (
  organisation_id uuid NOT NULL REFERENCES organisation,
  record_id uuid NOT NULL,
  seal integer NOT NULL,
  PRIMARY KEY (organisation_id, record_id),
  FOREIGN KEY (organisation_id, seal) REFERENCES audit_seal (organisation_id, number)
);
CALL wall_off('audit_link', 'SELECT, INSERT');
CREATE INDEX audit_link_seal ON audit_link (organisation_id, seal);
