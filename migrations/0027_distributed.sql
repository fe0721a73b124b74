-- Ready for PgBouncer and Citus (decision 33): policies that ask the setting itself, what is due when, and built-in content once.

-- A policy's expression is evaluated where the rows are. A subquery in one is refused by Citus.
CREATE OR REPLACE PROCEDURE wall_off(target regclass, privileges text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY own_organisation ON %s
       USING (organisation_id = nullif(current_setting(''twohats.organisation_id'', true), '''')::uuid)
       WITH CHECK (organisation_id = nullif(current_setting(''twohats.organisation_id'', true), '''')::uuid)', target);
  EXECUTE format('GRANT %s ON %s TO twohats_app', privileges, target);
END $$;

DO $$
DECLARE walled regclass;
BEGIN
  FOR walled IN SELECT polrelid FROM pg_policy WHERE polname = 'own_organisation' LOOP
    EXECUTE format(
      'ALTER POLICY own_organisation ON %s
         USING (organisation_id = nullif(current_setting(''twohats.organisation_id'', true), '''')::uuid)
         WITH CHECK (organisation_id = nullif(current_setting(''twohats.organisation_id'', true), '''')::uuid)', walled);
  END LOOP;
END $$;

ALTER POLICY own_memberships ON membership
  USING (account_id = nullif(current_setting('twohats.account_id', true), ''));
-- Their names are read in each organisation by itself, once it is known which they are.
DROP POLICY organisations_of_account ON organisation;
-- Whether anyone is a member of anything: asked before the first organisation is set up.
CREATE POLICY members_while_setting_up ON membership FOR SELECT
  USING (current_setting('twohats.setting_up', true) = 'on');

DROP FUNCTION current_organisation();
DROP FUNCTION current_account();

-- Which organisations have something to do, and from when on. Whoever changes something adds a row, which waits for no other; who
-- comes by the clock takes an organisation's rows away, does what is due there, and leaves the next.
CREATE TABLE due (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  work text NOT NULL CHECK (work IN ('time', 'letters', 'letters-without-server', 'pseudonyms')),
  due_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CALL wall_off('due', 'SELECT, INSERT, DELETE');
CREATE INDEX due_by_time ON due (work, due_at);
CREATE INDEX due_of_organisation ON due (organisation_id, work);
ALTER TABLE due SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
-- What keeps time for every organisation sees which have something to do, and no longer which there are.
CREATE POLICY due_anywhere ON due FOR SELECT USING (current_setting('twohats.keeping_time', true) = 'on');
DROP POLICY organisations_to_keep_time_for ON organisation;

-- The owner of the tables is bound by the walls, so they are open while rows of all organisations change.
ALTER TABLE due NO FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cycle_secret NO FORCE ROW LEVEL SECURITY;
-- Looked at once, whatever is due there; each then says itself when it is to be looked at again.
INSERT INTO due (organisation_id, id, work, due_at)
SELECT organisation_id, gen_random_uuid(), 'time', now() FROM organisation
UNION ALL
SELECT organisation_id, gen_random_uuid(), CASE WHEN without_server THEN 'letters-without-server' ELSE 'letters' END, now()
  FROM (SELECT DISTINCT organisation_id, state = 'queued' AND last_error IS NOT DISTINCT FROM 'no-server' AS without_server
          FROM message WHERE state IN ('queued', 'sending')) AS unsent
UNION ALL
SELECT organisation_id, gen_random_uuid(), 'pseudonyms', now()
  FROM (SELECT DISTINCT organisation_id FROM cycle_secret WHERE NOT by_pair) AS former;
ALTER TABLE due FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
ALTER TABLE cycle_secret FORCE ROW LEVEL SECURITY;

-- Built-in frameworks and instruments, once for all organisations, who may read them and never change them.
CREATE SCHEMA content;
GRANT USAGE ON SCHEMA content TO twohats_app;
CREATE TABLE content.framework (
  key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  name text NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (key, version)
);
CREATE TABLE content.instrument (
  key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  name text NOT NULL,
  framework_key text NOT NULL,
  framework_version integer NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (key, version),
  FOREIGN KEY (framework_key, framework_version) REFERENCES content.framework (key, version)
);
GRANT SELECT, INSERT ON content.framework, content.instrument TO twohats_app;

-- An organisation's instrument without a definition is the built-in one of its key and version; its id is what rounds refer to.
ALTER TABLE instrument
  ALTER COLUMN definition DROP NOT NULL,
  ALTER COLUMN framework_id DROP NOT NULL,
  ADD CONSTRAINT instrument_own_or_built_in CHECK ((definition IS NULL) = (framework_id IS NULL));

ALTER TABLE framework NO FORCE ROW LEVEL SECURITY;
ALTER TABLE instrument NO FORCE ROW LEVEL SECURITY;
-- Every organisation had its own copy. What most have is the built-in one; one that says something else stays as it is.
INSERT INTO content.framework (key, version, name, definition)
SELECT DISTINCT ON (key, version) key, version, name, definition
  FROM (SELECT key, version, name, definition, count(*) AS copies
          FROM framework WHERE key = 'both-hats' GROUP BY key, version, name, definition) AS each_text
 ORDER BY key, version, copies DESC;
INSERT INTO content.instrument (key, version, name, framework_key, framework_version, definition)
SELECT DISTINCT ON (key, version) key, version, name, framework_key, framework_version, definition
  FROM (SELECT own.key, own.version, own.name, shared.key AS framework_key, shared.version AS framework_version, own.definition,
               count(*) AS copies
          FROM instrument AS own
          JOIN framework ON framework.organisation_id = own.organisation_id AND framework.id = own.framework_id
          JOIN content.framework AS shared
            ON shared.key = framework.key AND shared.version = framework.version AND shared.definition = framework.definition
         WHERE own.key IN ('both-hats-360', 'both-hats-short')
         GROUP BY own.key, own.version, own.name, shared.key, shared.version, own.definition) AS each_text
 ORDER BY key, version, copies DESC;
UPDATE instrument AS own SET definition = NULL, framework_id = NULL
  FROM content.instrument AS built_in, content.framework AS shared, framework
 WHERE built_in.key = own.key AND built_in.version = own.version AND built_in.definition = own.definition
   AND shared.key = built_in.framework_key AND shared.version = built_in.framework_version
   AND framework.organisation_id = own.organisation_id AND framework.id = own.framework_id
   AND framework.key = shared.key AND framework.version = shared.version AND framework.definition = shared.definition;
DELETE FROM framework USING content.framework AS shared
 WHERE shared.key = framework.key AND shared.version = framework.version AND shared.definition = framework.definition
   AND NOT EXISTS (SELECT FROM instrument
                    WHERE instrument.organisation_id = framework.organisation_id AND instrument.framework_id = framework.id);
ALTER TABLE framework FORCE ROW LEVEL SECURITY;
ALTER TABLE instrument FORCE ROW LEVEL SECURITY;
