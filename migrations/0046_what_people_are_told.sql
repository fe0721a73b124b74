-- What an organisation tells people about their data before they begin, by whom it is for. One draft each.
CREATE TABLE information_draft (
  organisation_id uuid NOT NULL REFERENCES organisation,
  audience text NOT NULL CHECK (audience IN ('members', 'raters', 'participants')),
  mode text NOT NULL CHECK (mode IN ('shown', 'agreed')),
  again boolean NOT NULL,
  responsible text NOT NULL,
  contact text NOT NULL,
  -- As written, by language.
  words jsonb NOT NULL,
  revision integer NOT NULL,
  PRIMARY KEY (organisation_id, audience)
);
CALL wall_off('information_draft', 'SELECT, INSERT, UPDATE, DELETE');

-- What was published stays as it was: nobody who serves pages may change or delete it.
CREATE TABLE information_version (
  organisation_id uuid NOT NULL REFERENCES organisation,
  audience text NOT NULL CHECK (audience IN ('members', 'raters', 'participants')),
  number integer NOT NULL CHECK (number > 0),
  mode text NOT NULL CHECK (mode IN ('shown', 'agreed')),
  again boolean NOT NULL,
  responsible text NOT NULL,
  contact text NOT NULL,
  words jsonb NOT NULL,
  -- The same with the figures of that day in it, and those figures line by line, by language.
  shown jsonb NOT NULL,
  facts jsonb NOT NULL,
  published_on date NOT NULL,
  PRIMARY KEY (organisation_id, audience, number)
);
CALL wall_off('information_version', 'SELECT, INSERT');

-- Which version an account was shown or agreed to. By day; whoever answers by link leaves no trace here.
CREATE TABLE information_answer (
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id text NOT NULL,
  audience text NOT NULL,
  number integer NOT NULL,
  agreed boolean NOT NULL,
  answered_on date NOT NULL,
  withdrawn_on date,
  PRIMARY KEY (organisation_id, account_id, audience, number),
  FOREIGN KEY (organisation_id, account_id) REFERENCES membership (organisation_id, account_id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, audience, number) REFERENCES information_version (organisation_id, audience, number),
  CHECK (withdrawn_on IS NULL OR agreed)
);
CALL wall_off('information_answer', 'SELECT, INSERT, UPDATE');
CREATE INDEX information_answer_version ON information_answer (organisation_id, audience, number);

-- Records are sealed in the order of this index, from where the last seal ended: it serves what the one before did as well.
DROP INDEX audit_record_at;
CREATE INDEX audit_record_at ON audit_record (organisation_id, at, id);

-- Whose account a letter is about, which its address no longer tells once they sign in with another.
ALTER TABLE message ADD COLUMN account_id text;
CREATE INDEX message_of_account ON message (organisation_id, account_id) WHERE account_id IS NOT NULL;

-- Letters to raters that wait hold what their links are made from instead of the links, as those that open an account do.
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
UPDATE message m SET account_id = u."id"
  FROM auth."user" u
 WHERE lower(u."email") = lower(m.to_address)
   AND m.kind IN ('new-password', 'sign-in-link', 'password-changed', 'second-factor-on', 'second-factor-off', 'recovery-code-used',
                  'passkey-added', 'passkey-removed', 'passkey-odd', 'own-address-asked', 'own-address-confirm',
                  'own-address-stopped', 'own-address-moved');

CREATE TEMPORARY TABLE rater_link ON COMMIT DROP AS
SELECT m.organisation_id, m.id, found.address, min(found.place) AS place,
       decode(rpad(translate(substring(found.address from '[^/]+$'), '-_', '+/'), 4 * ((length(substring(found.address from '[^/]+$')) + 3) / 4), '='), 'base64') AS token
  FROM message m
  CROSS JOIN LATERAL (
    SELECT each[1] AS address, place FROM regexp_matches(m.plain, '(https?://[^[:space:]]+/r/[A-Za-z0-9_-]{67,70})', 'g') WITH ORDINALITY AS at (each, place)
  ) AS found
 WHERE m.html IS NOT NULL AND m.way IS NULL
 GROUP BY m.organisation_id, m.id, found.address;

-- The first of a letter has the mark that letters always had, each further one its own.
CREATE TEMPORARY TABLE rater_mark ON COMMIT DROP AS
SELECT organisation_id, id, address, number,
       CASE WHEN number = 1 THEN 'https://way-in.invalid/' ELSE 'https://way-in-' || number || '.invalid/' END AS mark,
       encode(substring(token from 17 for 16), 'hex')::uuid || ' ' ||
         CASE WHEN length(token) = 52 THEN get_byte(token, 32) * 256 + get_byte(token, 33) ELSE 0 END AS made_from
  FROM (SELECT *, row_number() OVER (PARTITION BY organisation_id, id ORDER BY place) AS number FROM rater_link) AS ordered;

DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT * FROM rater_mark LOOP
    UPDATE message SET html = replace(html, one.address, one.mark), plain = replace(plain, one.address, one.mark)
     WHERE organisation_id = one.organisation_id AND id = one.id;
  END LOOP;
END $$;
UPDATE message m
   SET way = jsonb_build_object('to', 'lent', 'by', 'rater-list', 'from', made.all_of_it)
  FROM (SELECT organisation_id, id, jsonb_agg(made_from ORDER BY number) AS all_of_it FROM rater_mark GROUP BY organisation_id, id) AS made
 WHERE m.organisation_id = made.organisation_id AND m.id = made.id;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
