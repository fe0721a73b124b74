-- Roles: what a job asks for, by level of each competency, in versions with dates; who has it by rules or by name.
CREATE TABLE role (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  name text NOT NULL,
  -- The key of a built-in framework, or the id of one of the organisation's own; the same in every version.
  framework text NOT NULL,
  archived_on date,
  -- Counts saves, so that a form opened before the last one is noticed.
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX role_name ON role (organisation_id, lower(name)) WHERE archived_on IS NULL;
CALL wall_off('role', 'SELECT, INSERT, UPDATE');

-- Whole in one row. One whose date has come is never changed; of two from the same day the later stands.
CREATE TABLE role_version (
  organisation_id uuid NOT NULL REFERENCES organisation,
  role_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  valid_from date NOT NULL,
  framework_version integer NOT NULL CHECK (framework_version > 0),
  -- The role it inherits from.
  parent_id uuid,
  -- What it needs, whom it is for by title, level and department, and its target zone.
  definition jsonb NOT NULL,
  PRIMARY KEY (organisation_id, role_id, version),
  FOREIGN KEY (organisation_id, role_id) REFERENCES role (organisation_id, id),
  FOREIGN KEY (organisation_id, parent_id) REFERENCES role (organisation_id, id)
);
CREATE INDEX role_version_parent ON role_version (organisation_id, parent_id);
CALL wall_off('role_version', 'SELECT, INSERT, UPDATE, DELETE');

-- Who has a role by name, beside those whom its rules find.
CREATE TABLE role_person (
  organisation_id uuid NOT NULL REFERENCES organisation,
  role_id uuid NOT NULL,
  version integer NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, role_id, version, person_id),
  FOREIGN KEY (organisation_id, role_id, version) REFERENCES role_version (organisation_id, role_id, version),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX role_person_person ON role_person (organisation_id, person_id);
CALL wall_off('role_person', 'SELECT, INSERT, UPDATE, DELETE');

-- Role profiles were roles without levels, in one version. Two frameworks could each have one of a name.
INSERT INTO role (organisation_id, id, name, framework, revision)
SELECT organisation_id, id,
       CASE WHEN row_number() OVER of_name = 1 THEN name ELSE name || ' (' || framework_key || ', ' || id || ')' END,
       framework_key, revision
  FROM role_profile
WINDOW of_name AS (PARTITION BY organisation_id, lower(name) ORDER BY framework_key, id);

INSERT INTO role_version (organisation_id, role_id, version, valid_from, framework_version, definition)
SELECT profile.organisation_id, profile.id, 1, profile.updated_at::date,
       coalesce((SELECT max(each_version.version)
                   FROM (SELECT own.version FROM framework own
                          WHERE own.organisation_id = profile.organisation_id AND own.key = profile.framework_key
                         UNION ALL
                         SELECT built_in.version FROM content.framework built_in
                          WHERE built_in.key = profile.framework_key) AS each_version), 1),
       jsonb_build_object(
         'needs', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'competency', marked.key,
                            'level', NULL,
                            'weight', CASE marked.value WHEN 'essential' THEN 'essential' ELSE 'useful' END,
                            'importance', marked.value) ORDER BY marked.key), '[]')
                     FROM jsonb_each_text(profile.importance) AS marked),
         'dropped', '[]'::jsonb,
         'match', jsonb_build_object(
           'join', 'all', 'titles', to_jsonb(profile.titles), 'levels', '[]'::jsonb, 'departments', '[]'::jsonb),
         'zone', profile.zone)
  FROM role_profile profile;

DROP TABLE role_profile;
