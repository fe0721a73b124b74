import { recordAudit } from "~/features/identity/index.server.ts";
import { policyForList } from "~/features/rounds/domain/index.ts";
import { beginScoring, ratersBehind, storedPolicy } from "~/features/rounds/index.server.ts";
import { submittedResponses } from "~/features/rounds/unsafe-answers.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { finishRound } from "../asking/finish-round.server.ts";
import { tellAway } from "../domain/away/tell-away.ts";
import { awayPath } from "./away-path.ts";
import { keepAwayTold, lockAwayTest, updateAwayTest } from "./away-store.server.ts";
import { awayReady } from "./letter-kinds.ts";

/**
 * Keeps what may be read of a team's answers once their round is closing, then cuts every tie between these and who
 * gave them. In one transaction: stopped anywhere it is begun again, and a finished one is left alone.
 */
export async function countAway(
  platform: Platform,
  { organisationId, roundId }: { organisationId: string; roundId: string },
): Promise<void> {
  const scope = { organisationId };
  await inOrganisation(platform, scope, async (tx) => {
    const round = await lockAwayTest(tx, scope, roundId);
    if (round?.state !== "closing") return;
    if (!(await beginScoring(tx, round, platform.clock.now()))) return;
    const behind = await ratersBehind(tx, round, platform.secret);
    const given = await submittedResponses(tx, round, behind);
    const policy = policyForList(storedPolicy(round.disclosurePolicy), "given");
    await keepAwayTold(tx, round, tellAway(given, policy, platform.chance));
    const { personId } = round;
    await finishRound(platform, tx, round, {
      ...{ kind: awayReady, personId, path: awayPath(roundId) },
    });
    await updateAwayTest(tx, round, { state: "released", isOpen: false });
    await recordAudit(
      platform,
      tx,
      { organisationId, accountId: null },
      { action: "away.severed", subjectKind: "away", subjectId: roundId },
    );
  });
}
