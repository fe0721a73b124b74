-- What an invitation says is one of a cycle's letters; one per language. The owner of the tables sees no
-- organisation's rows either, so the wall is open while they move.
ALTER TABLE cycle NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cycle_letter NO FORCE ROW LEVEL SECURITY;
INSERT INTO cycle_letter (organisation_id, cycle_id, kind, language, subject, body)
SELECT organisation_id, id, 'invitation', 'en', invitation_subject, invitation_body FROM cycle
ON CONFLICT DO NOTHING;
ALTER TABLE cycle FORCE ROW LEVEL SECURITY;
ALTER TABLE cycle_letter FORCE ROW LEVEL SECURITY;

ALTER TABLE cycle DROP COLUMN invitation_subject, DROP COLUMN invitation_body;

-- When a letter that did not get through will be tried again.
ALTER TABLE message ADD COLUMN next_try_at timestamptz;
