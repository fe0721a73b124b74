-- A round is who is asked what, about whom, by when; a 360 is one kind of it (decision 41). What every round has is called round,
-- subject and request. A cycle and a participant are what only a 360 adds, keyed by the round and the subject they belong to.

ALTER TABLE cycle RENAME TO round;
ALTER TABLE participant RENAME TO subject;
ALTER TABLE rater RENAME TO request;
ALTER TABLE cycle_secret RENAME TO round_secret;
ALTER TABLE cycle_letter RENAME TO round_letter;

ALTER TABLE subject RENAME COLUMN cycle_id TO round_id;
ALTER TABLE request RENAME COLUMN cycle_id TO round_id;
ALTER TABLE request RENAME COLUMN participant_id TO subject_id;
ALTER TABLE request RENAME COLUMN by_participant TO by_subject;
ALTER TABLE request RENAME COLUMN left_with_participant TO left_with_subject;
ALTER TABLE response RENAME COLUMN cycle_id TO round_id;
ALTER TABLE response RENAME COLUMN participant_id TO subject_id;
ALTER TABLE invitation RENAME COLUMN cycle_id TO round_id;
ALTER TABLE reminder RENAME COLUMN cycle_id TO round_id;
ALTER TABLE held_letter RENAME COLUMN cycle_id TO round_id;
ALTER TABLE round_secret RENAME COLUMN cycle_id TO round_id;
ALTER TABLE round_letter RENAME COLUMN cycle_id TO round_id;
ALTER TABLE closure RENAME COLUMN cycle_id TO round_id;
ALTER TABLE answer_count RENAME COLUMN cycle_id TO round_id;
ALTER TABLE answer_count RENAME COLUMN participant_id TO subject_id;

-- Keys, checks and indexes go by the names of their tables and columns.
CREATE FUNCTION renamed(old name) RETURNS name LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
           old, '^cycle_', 'round_'), '^participant_', 'subject_'), '^rater_', 'request_'), '_cycle$', '_round'),
           '_cycle_id', '_round_id'), '_participant_id', '_subject_id')::name
$$;
DO $$
DECLARE
  walled regclass[] := ARRAY['round', 'subject', 'request', 'response', 'invitation', 'reminder', 'held_letter', 'round_secret',
                             'round_letter', 'closure', 'answer_count']::regclass[];
  named record;
BEGIN
  FOR named IN SELECT conrelid::regclass AS of, conname AS old FROM pg_constraint
                WHERE conrelid = ANY (walled) AND renamed(conname) <> conname LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', named.of, named.old, renamed(named.old));
  END LOOP;
  FOR named IN SELECT relname AS old FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                WHERE indrelid = ANY (walled) AND renamed(relname) <> relname LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', named.old, renamed(named.old));
  END LOOP;
END $$;
DROP FUNCTION renamed(name);

CREATE TABLE cycle (
  organisation_id uuid NOT NULL,
  round_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('360', 'upward', 'self')),
  nominate_by date,
  nominated_by text NOT NULL DEFAULT 'participant' CHECK (nominated_by IN ('participant', 'manager', 'hr')),
  approved_by text NOT NULL DEFAULT 'nobody' CHECK (approved_by IN ('nobody', 'manager', 'hr')),
  approve_after_days smallint CHECK (approve_after_days BETWEEN 1 AND 60),
  -- {relationship: {min, max}}; a relationship left out has no limits.
  rater_limits jsonb NOT NULL DEFAULT '{}',
  -- How many requests one person may get in this cycle; null: only warned about.
  request_cap smallint CHECK (request_cap BETWEEN 1 AND 100),
  copied_from uuid,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id, round_id) REFERENCES round (organisation_id, id) ON DELETE CASCADE
);

CREATE TABLE participant (
  organisation_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  nomination text NOT NULL DEFAULT 'open' CHECK (nomination IN ('open', 'submitted', 'returned', 'approved')),
  -- Why a list of raters was given back.
  nomination_note text CHECK (length(nomination_note) <= 500),
  nominated_at timestamptz,
  PRIMARY KEY (organisation_id, subject_id),
  FOREIGN KEY (organisation_id, subject_id) REFERENCES subject (organisation_id, id) ON DELETE CASCADE
);

-- The owner of the tables is bound by the walls, so they are open while rows of all organisations move.
ALTER TABLE round NO FORCE ROW LEVEL SECURITY;
ALTER TABLE subject NO FORCE ROW LEVEL SECURITY;
INSERT INTO cycle (organisation_id, round_id, kind, nominate_by, nominated_by, approved_by, approve_after_days, rater_limits,
                   request_cap, copied_from)
SELECT organisation_id, id, kind, nominate_by, nominated_by, approved_by, approve_after_days, rater_limits, request_cap, copied_from
  FROM round;
INSERT INTO participant (organisation_id, subject_id, nomination, nomination_note, nominated_at)
SELECT organisation_id, id, nomination, nomination_note, nominated_at FROM subject;
ALTER TABLE round DROP COLUMN kind;
ALTER TABLE round
  DROP COLUMN nominate_by,
  DROP COLUMN nominated_by,
  DROP COLUMN approved_by,
  DROP COLUMN approve_after_days,
  DROP COLUMN rater_limits,
  DROP COLUMN request_cap,
  DROP COLUMN copied_from,
  ADD COLUMN kind text NOT NULL DEFAULT 'feedback' CHECK (kind IN ('feedback')),
  -- Who lets the reports out is told before anyone answers. Null: a round that makes no reports.
  ALTER COLUMN release_mode DROP NOT NULL,
  ALTER COLUMN release_mode DROP DEFAULT,
  ADD CONSTRAINT round_of_feedback_releases CHECK (kind <> 'feedback' OR release_mode IS NOT NULL);
ALTER TABLE round ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE subject
  DROP COLUMN nomination,
  DROP COLUMN nomination_note,
  DROP COLUMN nominated_at;
ALTER TABLE round FORCE ROW LEVEL SECURITY;
ALTER TABLE subject FORCE ROW LEVEL SECURITY;
CALL wall_off('cycle', 'SELECT, INSERT, UPDATE');
CALL wall_off('participant', 'SELECT, INSERT, UPDATE');

-- What is only there before the launch of a 360, and what its set-up needs, belongs to its halves.
ALTER TABLE taken_off
  DROP CONSTRAINT taken_off_organisation_id_participant_id_fkey,
  ADD FOREIGN KEY (organisation_id, participant_id) REFERENCES participant (organisation_id, subject_id) ON DELETE CASCADE;
ALTER TABLE assignment_file
  DROP CONSTRAINT assignment_file_organisation_id_cycle_id_fkey,
  ADD FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, round_id) ON DELETE CASCADE;

-- A round may ask about nothing but someone's work: then nobody is its subject, and nobody is anything to them.
ALTER TABLE request
  ALTER COLUMN subject_id DROP NOT NULL,
  ALTER COLUMN relationship DROP NOT NULL,
  ADD CONSTRAINT request_about_somebody_as_something CHECK ((subject_id IS NULL) = (relationship IS NULL));
CREATE UNIQUE INDEX request_about_nobody ON request (organisation_id, round_id, person_id) WHERE subject_id IS NULL;
ALTER TABLE response
  ALTER COLUMN subject_id DROP NOT NULL,
  ALTER COLUMN relationship DROP NOT NULL,
  ADD CONSTRAINT response_about_somebody_as_something CHECK ((subject_id IS NULL) = (relationship IS NULL)),
  -- Answers that are neither small numbers nor comments, by item and part (decision 38): {"start:none": "yes"}.
  ADD COLUMN others jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(others) = 'object'),
  -- The planner's samples would outlive what closing erases.
  ALTER COLUMN others SET STATISTICS 0;
CREATE UNIQUE INDEX response_about_nobody_of_device ON response (organisation_id, round_id, pseudonym, device)
  WHERE subject_id IS NULL;
CREATE UNIQUE INDEX response_about_nobody_counts_once ON response (organisation_id, round_id, pseudonym)
  WHERE subject_id IS NULL AND state = 'submitted' AND pseudonym IS NOT NULL;
