-- Who is trusted with more than their own affairs: owners decide about access itself, analysts read figures alone.
ALTER TABLE membership
  DROP CONSTRAINT membership_role_check,
  ADD CONSTRAINT membership_role_check CHECK (role IN ('admin', 'analyst', 'member')),
  ADD COLUMN owner boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT membership_owner_administers CHECK (role = 'admin' OR NOT owner);

-- An update takes nothing from anybody: until now every administrator decided about access.
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
UPDATE membership SET owner = true WHERE role = 'admin';
ALTER TABLE membership FORCE ROW LEVEL SECURITY;

ALTER TABLE administrator_appointment RENAME TO appointment;
ALTER TABLE appointment ADD COLUMN office text NOT NULL DEFAULT 'owner' CHECK (office IN ('owner', 'admin', 'analyst'));
ALTER TABLE appointment ALTER COLUMN office DROP DEFAULT;
