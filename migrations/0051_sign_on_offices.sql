-- Which provider gave somebody the office that they have, and what they had by hand before: so that it goes with the group.
ALTER TABLE membership
  ADD COLUMN office_provider uuid,
  ADD COLUMN office_before text CHECK (office_before IN ('admin', 'analyst')),
  ADD CONSTRAINT membership_office_before CHECK (office_before IS NULL OR office_provider IS NOT NULL),
  ADD CONSTRAINT membership_office_provider
    FOREIGN KEY (organisation_id, office_provider) REFERENCES sign_on_provider (organisation_id, id);
CREATE INDEX membership_office_provider ON membership (organisation_id, office_provider) WHERE office_provider IS NOT NULL;

-- Providers that give offices by group at present: whoever keeps the providers says so here, and rights are given by this.
CREATE TABLE group_office_source (
  organisation_id uuid NOT NULL REFERENCES organisation,
  provider_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, provider_id)
);
CALL wall_off('group_office_source', 'SELECT, INSERT, DELETE');
