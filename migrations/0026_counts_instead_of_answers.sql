-- After a round closed nobody needs its answers row by row any more, and rows can be linked: what is left of a group is how often
-- each question got each answer.
CREATE TABLE answer_count (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  -- A relationship, or what the report puts together.
  group_id text NOT NULL,
  -- One object an item, in the instrument's order: how many gave each value, by value.
  counts jsonb NOT NULL,
  PRIMARY KEY (organisation_id, participant_id, group_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, participant_id) REFERENCES participant (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('answer_count', 'SELECT, INSERT, DELETE');
CREATE INDEX answer_count_cycle ON answer_count (organisation_id, cycle_id);

-- Counts of these answers, each value of each item once; nulls are not counted.
CREATE FUNCTION counts_of(given smallint[][]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_agg(counts ORDER BY item)
    FROM (SELECT item, coalesce(jsonb_object_agg(value, n) FILTER (WHERE value IS NOT NULL), '{}') AS counts
            FROM (SELECT item, given[giver][item] AS value, count(*) AS n
                    FROM generate_subscripts(given, 1) AS giver, generate_subscripts(given, 2) AS item
                   GROUP BY item, given[giver][item]) AS each_value
           GROUP BY item) AS each_item
$$;

INSERT INTO answer_count (organisation_id, cycle_id, participant_id, group_id, counts)
SELECT response.organisation_id, response.cycle_id, response.participant_id, response.relationship,
       counts_of(array_agg(response.ratings))
  FROM response JOIN cycle ON cycle.organisation_id = response.organisation_id AND cycle.id = response.cycle_id
 WHERE cycle.state IN ('closed', 'released') AND cardinality(response.ratings) > 0
 GROUP BY response.organisation_id, response.cycle_id, response.participant_id, response.relationship;

DELETE FROM response USING cycle
 WHERE cycle.organisation_id = response.organisation_id AND cycle.id = response.cycle_id
   AND cycle.state IN ('closed', 'released');

-- An empty table keeps the samples that were taken of it when it was full.
ALTER TABLE response ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN id TYPE uuid;

-- What HR and participants are told of progress moves twice a day, for all at once; a response says what was told of it last.
ALTER TABLE response ADD COLUMN told text CHECK (told IN ('started', 'done'));
UPDATE response SET told = CASE WHEN state = 'submitted' THEN 'done' WHEN revision > 1 THEN 'started' END;
ALTER TABLE cycle ADD COLUMN told_at timestamptz;

-- What is known of an instrument from a whole round, frozen when it closed and disclosed like a report.
CREATE TABLE instrument_quality (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  result jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, cycle_id),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('instrument_quality', 'SELECT, INSERT');
