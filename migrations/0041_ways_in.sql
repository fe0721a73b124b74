-- Where the button of a letter leads, while it has its text: who or what the link is for. The link itself is made when the letter leaves
-- and stands in no table, so that whoever reads the database without the server's secret finds none.
ALTER TABLE message
  ADD COLUMN way jsonb,
  ADD CONSTRAINT message_way CHECK (way IS NULL OR html IS NOT NULL);

-- Letters that wait, or were given up, with a link in their text: what it claims stands in it, and is kept in its place. The owner of the
-- tables sees no organisation's rows either, so the wall is open while these change.
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
UPDATE message SET way = to_jsonb(translate(substring(plain from '/(?:join|address)/(eyJ[A-Za-z0-9_-]+)\.[A-Za-z0-9_-]{43}'), '-_', '+/'))
 WHERE html IS NOT NULL AND kind NOT IN ('invitation', 'reminder') AND plain ~ '/(join|address)/eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}';
UPDATE message SET way = convert_from(decode(rpad(way #>> '{}', (length(way #>> '{}') + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
 WHERE jsonb_typeof(way) = 'string';
UPDATE message
   SET html = regexp_replace(html, 'https?://[^"<>[:space:]]*/(join|address)/eyJ[A-Za-z0-9_.-]+', 'https://way-in.invalid/', 'g'),
       plain = regexp_replace(plain, 'https?://[^"<>[:space:]]*/(join|address)/eyJ[A-Za-z0-9_.-]+', 'https://way-in.invalid/', 'g'),
       way = CASE WHEN way ? 'changeId' THEN jsonb_build_object('to', 'address-change', 'changeId', way -> 'changeId')
                  ELSE jsonb_build_object('to', 'account', 'personId', way -> 'personId', 'path', way -> 'next',
                                          'linkVersion', coalesce(way -> 'linkVersion', '0'::jsonb)) END
 WHERE way IS NOT NULL;
ALTER TABLE message FORCE ROW LEVEL SECURITY;

-- What was good once and is used: keyed hashes of links and questions, forgotten when these would have run out anyway.
CREATE TABLE auth.spent (
  mark text PRIMARY KEY,
  until date NOT NULL
);
GRANT SELECT, INSERT, DELETE ON auth.spent TO twohats_app;

-- Passkeys of an account. Public keys alone: a copy of the database opens nothing.
CREATE TABLE auth.passkey (
  -- As the authenticator named it, in base64url.
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  public_key text NOT NULL,
  -- How often it says it signed; 0 for good where it does not count.
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  since date NOT NULL,
  last_day date
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.passkey TO twohats_app;
CREATE INDEX passkey_account ON auth.passkey (account_id);

-- The other address that the owner of an account wishes to sign in with, until it is that or is stopped. Days, not times.
CREATE TABLE auth.address_wish (
  account_id text PRIMARY KEY REFERENCES auth."user" ("id") ON DELETE CASCADE,
  -- In the links: another wish ends them.
  id uuid NOT NULL UNIQUE,
  old_address text NOT NULL,
  new_address text NOT NULL,
  asked_on date NOT NULL,
  wait_days integer NOT NULL CHECK (wait_days > 0),
  -- Confirmed: by whoever reads the old address. Done: the account has the new one, and both are still to be told.
  state text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'done')),
  -- Whoever reads the new address has said that it is theirs.
  reached boolean NOT NULL DEFAULT false
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.address_wish TO twohats_app;
