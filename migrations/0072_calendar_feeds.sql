-- The link by which somebody's own calendar program fetches what is due for them. It is made from this and the
-- server's secret; replaced, the one before has ended.
CREATE TABLE calendar_feed (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL,
  feed_id uuid NOT NULL,
  made_on date NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CALL wall_off('calendar_feed', 'SELECT, INSERT, UPDATE, DELETE');
