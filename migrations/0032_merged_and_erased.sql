-- Of two records of one person one goes, and its history moves; whoever is erased leaves nothing by which they could be told.
GRANT UPDATE (person_id, revision), DELETE ON person_change TO twohats_app;
GRANT DELETE ON address_change, reading_grant, report TO twohats_app;
