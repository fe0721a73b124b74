-- Single sign-on: which provider opened a session, since when the proof of a domain is missing, one provider for each client.
ALTER TABLE auth.session_origin ADD COLUMN provider_id uuid;

ALTER TABLE sign_on_domain
  ADD COLUMN looked_at timestamptz,
  ADD COLUMN missing_since timestamptz,
  ADD CONSTRAINT sign_on_domain_missing CHECK (missing_since IS NULL OR verified_by = 'dns');

-- Who was added twice stays as the one that came first, with whom the other knew.
ALTER TABLE sign_on_provider NO FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_on_link NO FORCE ROW LEVEL SECURITY;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
ALTER TABLE group_office_source NO FORCE ROW LEVEL SECURITY;
CREATE TEMPORARY TABLE doubled ON COMMIT DROP AS
  SELECT p.organisation_id, p.id, f.id AS first
    FROM sign_on_provider p
    JOIN LATERAL (
      SELECT q.id FROM sign_on_provider q
       WHERE q.organisation_id = p.organisation_id AND q.issuer = p.issuer AND q.client_id IS NOT DISTINCT FROM p.client_id
       ORDER BY (q.state = 'on') DESC, q.created_at, q.id LIMIT 1
    ) f ON f.id <> p.id;
INSERT INTO sign_on_link (organisation_id, provider_id, subject, account_id, since)
  SELECT l.organisation_id, d.first, l.subject, l.account_id, l.since
    FROM sign_on_link l JOIN doubled d ON d.organisation_id = l.organisation_id AND d.id = l.provider_id
  ON CONFLICT DO NOTHING;
UPDATE membership m SET office_provider = d.first
  FROM doubled d WHERE d.organisation_id = m.organisation_id AND d.id = m.office_provider;
DELETE FROM group_office_source s USING doubled d WHERE d.organisation_id = s.organisation_id AND d.id = s.provider_id;
DELETE FROM sign_on_provider p USING doubled d WHERE d.organisation_id = p.organisation_id AND d.id = p.id;
ALTER TABLE sign_on_provider FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_on_link FORCE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE group_office_source FORCE ROW LEVEL SECURITY;

ALTER TABLE sign_on_provider
  ADD CONSTRAINT sign_on_provider_client UNIQUE NULLS NOT DISTINCT (organisation_id, issuer, client_id);
