-- What a rater writes is shown again on the device that wrote it, and nowhere else: a response carries a mark made from that
-- browser's own key and the response's pseudonym, so that neither the key nor a pattern of marks is stored. Responses from
-- before have no mark: they count as they did and are shown to nobody.
ALTER TABLE response ADD COLUMN device bytea;
ALTER TABLE response ALTER COLUMN device SET STATISTICS 0;

-- One response that counts for each pair, and beside it a draft for each further device.
ALTER TABLE response DROP CONSTRAINT response_organisation_id_participant_id_pseudonym_key;
CREATE UNIQUE INDEX response_of_device ON response (organisation_id, participant_id, pseudonym, device);
CREATE UNIQUE INDEX response_counts_once ON response (organisation_id, participant_id, pseudonym)
  WHERE state = 'submitted' AND pseudonym IS NOT NULL;
