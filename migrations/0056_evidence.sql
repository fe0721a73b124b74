-- What says on which level of a competency somebody is: recorded once, and never changed.
CREATE TABLE evidence (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- A built-in framework's key, or the id of one of the organisation's own.
  framework text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  competency text NOT NULL,
  source text NOT NULL
    CHECK (source IN ('self', 'manager', 'second', 'agreed', 'feedback', 'certificate', 'test', 'observation')),
  level numeric(4, 2) NOT NULL CHECK (level BETWEEN 1 AND 10),
  spread numeric(4, 2) CHECK (spread >= 0),
  said_on date NOT NULL,
  expires_on date,
  -- What it may be read for, as people were told before they gave it.
  purposes text[] NOT NULL
    CHECK (cardinality(purposes) > 0
           AND purposes <@ ARRAY['development', 'staffing', 'appraisal', 'certification']),
  -- Whose word it is, and who wrote it down; neither where nobody in the directory did.
  said_by uuid,
  recorded_by uuid,
  -- In place of who said it, once they were erased: what one person said of somebody stays one voice.
  erased_voice uuid,
  -- What it is called, and what was seen.
  title text NOT NULL DEFAULT '',
  words text NOT NULL DEFAULT '',
  replaces uuid[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, said_by) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, recorded_by) REFERENCES person (organisation_id, id),
  CHECK (expires_on >= said_on)
);
-- Only whose it is may change, when two records of one person become one or somebody is erased.
CALL wall_off('evidence', 'SELECT, INSERT, DELETE');
GRANT UPDATE (person_id, said_by, recorded_by, erased_voice) ON evidence TO twohats_app;
CREATE INDEX evidence_person ON evidence (organisation_id, person_id);
CREATE INDEX evidence_framework ON evidence (organisation_id, framework);
CREATE INDEX evidence_expires ON evidence (organisation_id, expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX evidence_said_by ON evidence (organisation_id, said_by);
CREATE INDEX evidence_recorded_by ON evidence (organisation_id, recorded_by);

-- What was taken back counts no more from that day on; what it had replaced does again.
CREATE TABLE evidence_withdrawal (
  organisation_id uuid NOT NULL REFERENCES organisation,
  evidence_id uuid NOT NULL,
  withdrawn_on date NOT NULL,
  withdrawn_by uuid,
  reason text NOT NULL,
  PRIMARY KEY (organisation_id, evidence_id),
  FOREIGN KEY (organisation_id, evidence_id) REFERENCES evidence (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES person (organisation_id, id)
);
CALL wall_off('evidence_withdrawal', 'SELECT, INSERT, DELETE');
GRANT UPDATE (withdrawn_by) ON evidence_withdrawal TO twohats_app;

-- What somebody has to say to what is held about them.
CREATE TABLE evidence_comment (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  words text NOT NULL,
  said_on date NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, evidence_id) REFERENCES evidence (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('evidence_comment', 'SELECT, INSERT, DELETE');
CREATE INDEX evidence_comment_evidence ON evidence_comment (organisation_id, evidence_id);

-- Who was told that something of theirs expires, and how many days before.
CREATE TABLE evidence_notice (
  organisation_id uuid NOT NULL REFERENCES organisation,
  evidence_id uuid NOT NULL,
  days integer NOT NULL CHECK (days IN (90, 30, 7)),
  sent_on date NOT NULL,
  PRIMARY KEY (organisation_id, evidence_id, days),
  FOREIGN KEY (organisation_id, evidence_id) REFERENCES evidence (organisation_id, id) ON DELETE CASCADE
);
CALL wall_off('evidence_notice', 'SELECT, INSERT, DELETE');
