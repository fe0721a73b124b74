-- What else a message speaks of: one reminder covers all of a person's cycles. It is erased with any of them.
ALTER TABLE message ADD COLUMN also_about uuid[] NOT NULL DEFAULT '{}';
