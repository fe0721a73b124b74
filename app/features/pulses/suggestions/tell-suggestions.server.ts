import { recordAudit } from "~/features/identity/index.server.ts";
import { reportAgain } from "~/features/reports/index.server.ts";
import { policyForList } from "~/features/rounds/domain/index.ts";
import { beginScoring, storedPolicy, updateRound } from "~/features/rounds/index.server.ts";
import { signedResponses } from "~/features/rounds/unsafe-signers.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { finishRound } from "../asking/finish-round.server.ts";
import { sinceReport } from "../asking/raters-again.server.ts";
import { tellSuggestions } from "../domain/suggestions.ts";
import { suggestionsReady } from "./letter-kinds.ts";
import { keepSuggested, lockSuggestionRound } from "./suggestion-store.server.ts";
import { suggestionsPath } from "./suggestions-path.ts";

/**
 * Keeps what may be read of the suggestions of a closing round, then cuts every tie between the rest and who made them.
 * In one transaction: stopped anywhere it is begun again, and a finished one is left alone.
 */
export async function tellSuggested(
  platform: Platform,
  { organisationId, roundId }: { organisationId: string; roundId: string },
): Promise<void> {
  const scope = { organisationId };
  await inOrganisation(platform, scope, async (tx) => {
    const round = await lockSuggestionRound(tx, scope, roundId);
    if (round?.state !== "closing") return;
    if (!(await beginScoring(tx, round, platform.clock.now()))) return;
    const report = await reportAgain(tx, scope, round);
    if (report) {
      const since = sinceReport(report);
      const suggested = await signedResponses(tx, round, { secret: platform.secret, since });
      const policy = policyForList(storedPolicy(round.disclosurePolicy), report.list);
      const seed = String(platform.chance());
      const { signed, unsigned } = tellSuggestions(round.items, suggested, policy, seed);
      await keepSuggested(tx, round, signed, unsigned);
    }
    const { personId } = round;
    const ready = { kind: suggestionsReady, personId, path: suggestionsPath(roundId) };
    await finishRound(platform, tx, round, ready);
    await updateRound(tx, round, { state: "released" });
    await recordAudit(
      platform,
      tx,
      { organisationId, accountId: null },
      { action: "suggestion.severed", subjectKind: "suggestion", subjectId: roundId },
    );
  });
}
