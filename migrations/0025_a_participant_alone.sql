-- A participant who shapes their own list must not learn one colleague's answers from it (packages/disclosure, "Raters who
-- don't count"). Raters from outside are a group of their own, whatever they were asked as.
ALTER TABLE rater
  DROP CONSTRAINT rater_relationship_check,
  ADD CONSTRAINT rater_relationship_check
    CHECK (relationship IN ('self', 'manager', 'peer', 'direct_report', 'other', 'outside')),
  -- The participant put them on their own list.
  ADD COLUMN by_participant boolean NOT NULL DEFAULT false;
ALTER TABLE response
  DROP CONSTRAINT response_relationship_check,
  ADD CONSTRAINT response_relationship_check
    CHECK (relationship IN ('self', 'manager', 'peer', 'direct_report', 'other', 'outside', 'merged'));

-- Since when someone is asked in a round: whether their address was changed since decides whether they count. Of changes from
-- before address_change nobody knows when they were made.
ALTER TABLE invitation ADD COLUMN asked_at timestamptz NOT NULL DEFAULT now();

-- Given: made by HR, a manager, a file or the org tree. Shaped: the participant chose, added or took off. Agreed: and a second
-- person agreed since.
ALTER TABLE participant
  ADD COLUMN list text NOT NULL DEFAULT 'given' CHECK (list IN ('given', 'shaped', 'agreed'));

-- Whom a participant took off their list, for whoever has to agree to it. Erased at launch.
CREATE TABLE taken_off (
  organisation_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  relationship text NOT NULL CHECK (relationship IN ('manager', 'peer', 'direct_report', 'other', 'outside')),
  PRIMARY KEY (organisation_id, participant_id, person_id),
  FOREIGN KEY (organisation_id, participant_id) REFERENCES participant (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('taken_off', 'SELECT, INSERT, UPDATE, DELETE');

-- Of rounds from before it is not known who brought or shaped what. Where participants could, they are taken to have: what
-- raters were promised gets stronger by it, never weaker. By the clock nobody has agreed. The owner is bound by the walls, unless it steps out of them.
ALTER TABLE rater NO FORCE ROW LEVEL SECURITY;
ALTER TABLE participant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE person NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cycle NO FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_record NO FORCE ROW LEVEL SECURITY;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;

UPDATE rater
   SET by_participant = cycle.nominated_by = 'participant',
       -- Rounds that collect keep the names under which answers are stored: grouped apart while they are open, the answers of
       -- few would be told from others' by whoever holds the database. Their closing groups them.
       relationship = CASE WHEN cycle.state IN ('draft', 'nominating') AND relationship <> 'self' THEN 'outside'
                           ELSE relationship END
  FROM person, cycle
 WHERE person.organisation_id = rater.organisation_id AND person.id = rater.person_id AND person.external
   AND cycle.organisation_id = rater.organisation_id AND cycle.id = rater.cycle_id;

UPDATE participant
   SET list = CASE
         WHEN nomination = 'approved' AND cycle.approved_by <> 'nobody'
          AND (SELECT account_id IS NOT NULL AND account_id NOT IN (
                        SELECT membership.account_id FROM membership
                         WHERE membership.organisation_id = participant.organisation_id AND person_id = participant.person_id)
                 FROM audit_record
                WHERE audit_record.organisation_id = participant.organisation_id AND subject_id = participant.id
                  AND action = 'nomination.approved'
                ORDER BY at DESC LIMIT 1)
          AND NOT EXISTS (SELECT 1 FROM audit_record
                           WHERE audit_record.organisation_id = participant.organisation_id
                             AND subject_id = participant.id AND action = 'rater.replaced')
         THEN 'agreed' ELSE 'shaped' END
  FROM cycle
 WHERE cycle.organisation_id = participant.organisation_id AND cycle.id = participant.cycle_id
   AND cycle.nominated_by = 'participant' AND cycle.state <> 'draft' AND cycle.kind <> 'self';

ALTER TABLE rater FORCE ROW LEVEL SECURITY;
ALTER TABLE participant FORCE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
ALTER TABLE cycle FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_record FORCE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
