-- Of which unit somebody was, for which rounds an office of units reaches: it stays when they are erased, so that a
-- round stays whose it was. Who was erased before has none.
ALTER TABLE subject ADD COLUMN unit text;
ALTER TABLE subject NO FORCE ROW LEVEL SECURITY;
UPDATE subject SET unit = department WHERE department IS NOT NULL;
ALTER TABLE subject FORCE ROW LEVEL SECURITY;
