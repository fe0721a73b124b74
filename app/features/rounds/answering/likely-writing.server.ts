import { peopleByIds } from "~/features/people/index.server.ts";
import { type LikelyWriting, likelyWriting } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { countsTowardsMinimum } from "../domain/counting.ts";
import type { RaterActor } from "../domain/rater.ts";
import { ratersWithOrigin } from "../reads/rater-origin-reads.server.ts";
import type { RatingRequest } from "../reads/rater-reads.server.ts";

/**
 * In what others who are asked about the same subject are likely to write, so that whoever writes otherwise can be
 * told: from the directory's languages and the questionnaire's own, never from what anyone wrote. null for those who
 * are shown by name, and where it is about nobody.
 */
export async function likelyWritingOf(
  tx: Tx,
  rater: RaterActor,
  request: RatingRequest,
  own: string,
): Promise<LikelyWriting | null> {
  const { roundId, subjectId, relationship, policy } = request;
  if (subjectId === null || relationship === null) return null;
  if (policy.identified.includes(relationship)) return null;
  const round = { organisationId: rater.organisationId, id: roundId };
  const others = (await ratersWithOrigin(tx, round, subjectId)).filter(
    (each) =>
      each.asked &&
      each.personId !== rater.personId &&
      !policy.identified.includes(each.relationship) &&
      countsTowardsMinimum(each),
  );
  const people = await peopleByIds(
    tx,
    rater,
    others.map(({ personId }) => personId),
  );
  return likelyWriting(
    people.map(({ language }) => language),
    own,
    policy.minimumCommenters - 1,
  );
}
