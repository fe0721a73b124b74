-- Who may read what of whose until when: one table for whatever a person gives others to read, no longer one of reports.
CREATE TABLE reading_grant (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  -- What it is, such as a report, in the word of the feature it belongs to.
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  thing_id uuid NOT NULL,
  -- Whose it is: nobody else gives it.
  owner_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reader text NOT NULL CHECK (reader IN ('coach', 'manager', 'colleague')),
  -- What a manager or colleague sees; a coach sees all.
  parts text[] NOT NULL DEFAULT '{}',
  granted_at timestamptz NOT NULL,
  ends_on date NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, owner_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  CHECK (owner_id <> person_id)
);
CALL wall_off('reading_grant', 'SELECT, INSERT, UPDATE');
CREATE INDEX reading_grant_reader ON reading_grant (organisation_id, person_id, kind);
CREATE INDEX reading_grant_owner ON reading_grant (organisation_id, owner_id);
CREATE INDEX reading_grant_thing ON reading_grant (organisation_id, kind, thing_id);

-- The walls stand for the owner of the tables as well; these rows are of every organisation.
ALTER TABLE reading_grant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE report_grant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE report NO FORCE ROW LEVEL SECURITY;
ALTER TABLE subject NO FORCE ROW LEVEL SECURITY;
INSERT INTO reading_grant (organisation_id, id, kind, thing_id, owner_id, person_id, reader, parts, granted_at, ends_on, revoked_at)
SELECT g.organisation_id, g.id, 'report', g.report_id, s.person_id, g.person_id, g.reader, g.sections, g.granted_at, g.ends_on, g.revoked_at
FROM report_grant g
  JOIN report r ON r.organisation_id = g.organisation_id AND r.id = g.report_id
  JOIN subject s ON s.organisation_id = r.organisation_id AND s.id = r.participant_id;
ALTER TABLE reading_grant FORCE ROW LEVEL SECURITY;
ALTER TABLE report FORCE ROW LEVEL SECURITY;
ALTER TABLE subject FORCE ROW LEVEL SECURITY;
DROP TABLE report_grant;
