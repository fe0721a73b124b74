-- An office may be limited to units, by the names the directory has for them. NULL: the whole organisation, as everybody in
-- office was until now.
ALTER TABLE membership
  ADD COLUMN units text[],
  ADD CONSTRAINT membership_units_limit CHECK (
    units IS NULL
    OR (role IN ('admin', 'analyst') AND NOT owner AND cardinality(units) > 0 AND array_position(units, NULL) IS NULL));

ALTER TABLE appointment
  ADD COLUMN units text[],
  ADD CONSTRAINT appointment_units_limit CHECK (
    units IS NULL OR (office <> 'owner' AND cardinality(units) > 0 AND array_position(units, NULL) IS NULL));
