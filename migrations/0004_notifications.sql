-- One e-mail. Links in it open a door, so its text is erased as soon as it was handed over.
CREATE TABLE message (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  kind text NOT NULL,
  about_id uuid,
  to_address text NOT NULL,
  to_name text NOT NULL,
  subject text NOT NULL,
  html text,
  plain text,
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'kept', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('message', 'SELECT, INSERT, UPDATE, DELETE');
-- Samples of letters would outlive the letters.
ALTER TABLE message ALTER COLUMN html SET STATISTICS 0, ALTER COLUMN plain SET STATISTICS 0;
ALTER TABLE message SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
CREATE INDEX message_recent ON message (organisation_id, created_at DESC);
CREATE INDEX message_about ON message (organisation_id, about_id);
