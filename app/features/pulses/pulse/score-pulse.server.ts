import type { Disclosed } from "@twohats/disclosure";
import { recordAudit } from "~/features/identity/index.server.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { type ReportAgain, reportAgain } from "~/features/reports/index.server.ts";
import { countsTowardsMinimum, policyForList } from "~/features/rounds/domain/index.ts";
import {
  beginScoring,
  ratersBehind,
  ratersWithOrigin,
  requestsOf,
  storedPolicy,
} from "~/features/rounds/index.server.ts";
import { submittedResponses } from "~/features/rounds/unsafe-answers.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { finishRound } from "../asking/finish-round.server.ts";
import { askedIn, ratersOfReport, sinceReport } from "../asking/raters-again.server.ts";
import { groupOf } from "../domain/asked.ts";
import { behavioursOf, meansInReport } from "../domain/behaviours.ts";
import type { PulseResult } from "../domain/pulse-result.ts";
import { type Direction, tellPulse } from "../domain/tell-pulse.ts";
import { pulseReady } from "./letter-kinds.ts";
import { scalesOf } from "./planned-pulse.server.ts";
import { toldBefore } from "./pulse-reads.server.ts";
import { keepResult, lockPulse, type PulseRound, updatePulse } from "./pulse-store.server.ts";

/**
 * Counts what a closing pulse was told, freezes what may be told of it, then cuts every tie between answers and raters,
 * in one transaction: stopped anywhere it is begun again, and a finished one is left alone.
 */
export async function scorePulse(
  platform: Platform,
  { organisationId, pulseId }: { organisationId: string; pulseId: string },
): Promise<void> {
  const scope = { organisationId };
  await inOrganisation(platform, scope, async (tx) => {
    const pulse = await lockPulse(tx, scope, pulseId);
    if (pulse?.state !== "closing") return;
    if (!(await beginScoring(tx, pulse, platform.clock.now()))) return;
    const report = await reportAgain(tx, scope, pulse);
    if (report) await keepResult(tx, pulse, await resultOf(platform, tx, pulse, report));
    const path = `/plan/pulse/${pulse.id}`;
    await finishRound(platform, tx, pulse, { kind: pulseReady, personId: pulse.personId, path });
    await updatePulse(tx, pulse, { state: "released", isOpen: false });
    await recordAudit(
      platform,
      tx,
      { organisationId, accountId: null },
      { action: "pulse.severed", subjectKind: "pulse", subjectId: pulse.id },
    );
  });
}

async function resultOf(
  platform: Platform,
  tx: Tx,
  pulse: PulseRound,
  report: ReportAgain,
): Promise<Disclosed<PulseResult>> {
  const { groups, items } = report.content;
  const since = sinceReport(report);
  const now = (await ratersWithOrigin(tx, pulse, undefined, since))
    .filter(({ asked }) => asked)
    .map((rater) => ({ ...rater, counts: countsTowardsMinimum(rater) }));
  const then = await ratersOfReport(tx, pulse, report);
  const behind = await ratersBehind(tx, pulse, platform.secret, since);
  const given = await submittedResponses(tx, pulse, behind);
  const pairs = await pairsIn(tx, pulse);
  const scaleOf = await scalesOf(tx, pulse, report.instrumentId);
  const uncounted = [...now, ...then].filter(({ counts }) => !counts);
  return tellPulse({
    behaviours: behavioursOf(items, scaleOf, pairs).map((each, at) => ({
      ...each,
      direction: pulse.directions[at] as Direction,
    })),
    groups,
    report: meansInReport(items),
    askedThen: askedIn(
      groups,
      // Whoever counts no more today counted then, as far as anybody knows.
      then.map((rater) => ({ ...rater, counts: !isOutsider(rater) })),
    ),
    askedNow: askedIn(groups, now),
    earlier: await earlierOf(tx, pulse, report),
    doubtful: [...new Set(uncounted.map(({ relationship }) => groupOf(groups, relationship)))],
    responses: given.map(({ relationship, ratings, counts }) => ({
      ...{ relationship, ratings, counts },
    })),
    policy: policyForList(storedPolicy(pulse.disclosurePolicy), report.list),
    chance: platform.chance,
  });
}

/** Somebody whom the person brought from outside themselves: they never counted. */
function isOutsider({ bySubject, relationship }: { bySubject: boolean; relationship: string }) {
  return bySubject && relationship === "outside";
}

/** Which question compares each of those that were asked before, in the order of the answers. */
async function pairsIn(tx: Tx, pulse: PulseRound): Promise<{ item: string; since: string }[]> {
  const found = await instrumentById(tx, pulse, pulse.instrumentId);
  if (!found) throw new Error("a pulse without its questionnaire");
  const { items } = found.instrument;
  return pulse.items.map((item) => {
    const at = items.findIndex(({ key }) => key === item);
    const since = items[at + 1]?.key;
    if (at < 0 || since === undefined) throw new Error("a pulse that asks something else");
    return { item, since };
  });
}

/** What earlier pulses of the report told, and of whom. */
async function earlierOf(tx: Tx, pulse: PulseRound, { content, ...report }: ReportAgain) {
  const which = { personId: pulse.personId, reportId: report.id, except: pulse.id };
  const earlier = [];
  for (const { id, result } of await toldBefore(tx, pulse, which)) {
    const asked = (await requestsOf(tx, { organisationId: pulse.organisationId, id }))
      .filter(({ state }) => state === "ended")
      .map((rater) => ({ ...rater, counts: !isOutsider(rater) }));
    earlier.push({ asked: askedIn(content.groups, asked), told: result.told });
  }
  return earlier;
}
