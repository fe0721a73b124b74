-- Accounts belong to no organisation. Whoever signs in is of none yet, and sees them; a transaction that is of one sees none of
-- them but by a statement that says so (`overAccounts`). Foreign keys are the owner's to check.
DO $$
DECLARE
  walled regclass;
BEGIN
  FOREACH walled IN ARRAY ARRAY['auth."user"', 'auth."session"', 'auth."account"', 'auth."verification"', 'auth.second_factor',
                               'auth.passkey', 'auth.session_origin', 'auth.address_wish']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY accounts ON %s
         USING (nullif(current_setting(''twohats.organisation_id'', true), '''') IS NULL
                OR current_setting(''twohats.over_accounts'', true) = ''on'')', walled);
  END LOOP;
END $$;
