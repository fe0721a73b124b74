-- Whether a letter's reader may do without its kind: it then leaves with an address by which mail programs say so.
ALTER TABLE message ADD may_be_declined boolean NOT NULL DEFAULT false;
-- Whether even that it was sent is its reader's alone.
ALTER TABLE message ADD is_private boolean NOT NULL DEFAULT false;
