-- The 360 in full: kinds, limits, approval, people from outside, time, letters, reminders, release, usefulness.

ALTER TABLE organisation
  ADD COLUMN time_zone text NOT NULL DEFAULT 'UTC',
  ADD COLUMN language text NOT NULL DEFAULT 'en';

-- What keeps time for every organisation needs to know which there are, and nothing else of them.
CREATE POLICY organisations_to_keep_time_for ON organisation FOR SELECT
  USING (current_setting('twohats.keeping_time', true) = 'on');

-- Raters from outside the organisation: known by name and address, in no directory and no org tree.
ALTER TABLE person ADD COLUMN external boolean NOT NULL DEFAULT false;

ALTER TABLE cycle
  ADD COLUMN kind text NOT NULL DEFAULT '360' CHECK (kind IN ('360', 'upward', 'self')),
  -- {relationship: {min, max}}; a relationship left out has no limits.
  ADD COLUMN rater_limits jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN nominated_by text NOT NULL DEFAULT 'participant' CHECK (nominated_by IN ('participant', 'manager', 'hr')),
  ADD COLUMN approved_by text NOT NULL DEFAULT 'nobody' CHECK (approved_by IN ('nobody', 'manager', 'hr')),
  ADD COLUMN approve_after_days smallint CHECK (approve_after_days BETWEEN 1 AND 60),
  -- How many requests one person may get in this cycle; null: only warned about.
  ADD COLUMN request_cap smallint CHECK (request_cap BETWEEN 1 AND 100),
  ADD COLUMN reminder_days smallint[] NOT NULL DEFAULT '{7,3,1}',
  ADD COLUMN closes_itself boolean NOT NULL DEFAULT false,
  ADD COLUMN paused boolean NOT NULL DEFAULT false,
  ADD COLUMN release_mode text NOT NULL DEFAULT 'hr' CHECK (release_mode IN ('hr', 'coach', 'date')),
  ADD COLUMN release_on date,
  -- Whether HR may keep released reports as files. Said to participants before anyone answers.
  ADD COLUMN hr_keeps_reports boolean NOT NULL DEFAULT false,
  ADD COLUMN copied_from uuid;

-- What a cycle's letters say, by kind and language.
CREATE TABLE cycle_letter (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'closing')),
  language text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (organisation_id, cycle_id, kind, language),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('cycle_letter', 'SELECT, INSERT, UPDATE, DELETE');

ALTER TABLE participant
  DROP CONSTRAINT participant_nomination_check,
  ADD CONSTRAINT participant_nomination_check CHECK (nomination IN ('open', 'submitted', 'returned', 'approved')),
  ADD COLUMN nominated_at timestamptz,
  -- Why a list of raters was given back.
  ADD COLUMN nomination_note text CHECK (length(nomination_note) <= 500),
  ADD COLUMN coach_id uuid,
  ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT participant_coach FOREIGN KEY (organisation_id, coach_id) REFERENCES person (organisation_id, id);
CREATE INDEX participant_by_coach ON participant (organisation_id, coach_id);
CREATE INDEX participant_by_manager ON participant (organisation_id, manager_id);

-- Declined: by the rater. Withdrawn: taken off by the participant, manager or HR after the launch.
ALTER TABLE rater
  DROP CONSTRAINT rater_state_check,
  ADD CONSTRAINT rater_state_check CHECK (state IN ('chosen', 'invited', 'declined', 'withdrawn', 'ended')),
  ADD COLUMN decline_reason text CHECK (length(decline_reason) <= 500);

-- Whether a rater has opened their list; no time.
ALTER TABLE invitation ADD COLUMN opened boolean NOT NULL DEFAULT false;

-- Who was reminded of which cycle for which reason, so that nobody is twice. Deleted when the cycle closes.
CREATE TABLE reminder (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reason text NOT NULL,
  sent_on date NOT NULL,
  PRIMARY KEY (organisation_id, cycle_id, person_id, reason),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('reminder', 'SELECT, INSERT, DELETE');

-- Waiting: no more answers, and still a way back. Scoring starts at scores_at.
ALTER TABLE closure
  DROP CONSTRAINT closure_state_check,
  ADD CONSTRAINT closure_state_check CHECK (state IN ('waiting', 'scoring', 'done')),
  ADD COLUMN scores_at timestamptz;
GRANT DELETE ON closure TO twohats_app;

-- What the rater model found in a cycle, per figure: how far participants, raters and ratings differ.
-- Forecasts of reliability rest on it. No rater and no participant is in it.
CREATE TABLE cycle_model (
  organisation_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  figure text NOT NULL,
  participants integer NOT NULL,
  raters integer NOT NULL,
  ratings integer NOT NULL,
  participant_variance double precision NOT NULL,
  rater_variance double precision NOT NULL,
  residual_variance double precision NOT NULL,
  connected boolean NOT NULL,
  PRIMARY KEY (organisation_id, cycle_id, figure),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('cycle_model', 'SELECT, INSERT, DELETE');

-- How useful participants found a cycle. By pseudonym, so that each may change theirs; no person, no time.
CREATE TABLE usefulness (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  pseudonym bytea NOT NULL,
  rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, cycle_id, pseudonym),
  FOREIGN KEY (organisation_id, cycle_id) REFERENCES cycle (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('usefulness', 'SELECT, INSERT, UPDATE');
ALTER TABLE usefulness ALTER COLUMN pseudonym SET STATISTICS 0;

-- Bounced: the mail server says there is no such address. Trying again would not help.
ALTER TABLE message
  DROP CONSTRAINT message_state_check,
  ADD CONSTRAINT message_state_check CHECK (state IN ('queued', 'sent', 'kept', 'failed', 'bounced'));
