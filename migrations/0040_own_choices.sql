-- What people say about themselves: two columns more, what they chose in place of what the organisation has, and the letters they
-- do without.
ALTER TABLE person
  ADD COLUMN pronunciation text,
  ADD COLUMN pronouns text,
  -- By field that they chose themselves: what the organisation has of it, and would be there again if they gave it back.
  ADD COLUMN organisation_says jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(organisation_says) = 'object');

ALTER TABLE person_change DROP CONSTRAINT person_change_way_check;
ALTER TABLE person_change ADD CONSTRAINT person_change_way_check
  CHECK (way IN ('hand', 'import', 'command', 'clock', 'provisioning', 'self'));
ALTER TABLE address_change DROP CONSTRAINT address_change_way_check;
ALTER TABLE address_change ADD CONSTRAINT address_change_way_check
  CHECK (way IN ('import', 'command', 'hand', 'provisioning'));

-- Kinds of letter that somebody does not want.
CREATE TABLE declined_letter (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (organisation_id, person_id, kind),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('declined_letter', 'SELECT, INSERT, DELETE');
