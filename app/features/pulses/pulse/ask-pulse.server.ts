import { z } from "zod";
import { mayHavePlan } from "~/features/development/index.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { keepFollowUp } from "~/features/questionnaires/index.server.ts";
import type { RoundKey } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { inviteAgain, makeRoundAgain } from "../asking/ask-again.server.ts";
import { type PlannedPulse, type PulseFocus, plannedPulse } from "./planned-pulse.server.ts";
import { insertPulse } from "./pulse-store.server.ts";
import { followUpWords, invitationWords, pulseName } from "./pulse-words.server.ts";

/** Which of the behaviours that were chosen are asked about, and in which report: the one that the page showed. */
export const askPulseInput = z.object({
  report: z.string(),
  items: z.array(z.string().max(100), "missing").min(1, "missing").max(3, "missing"),
});

export type AskOutcome =
  | Outcome<{ id: string }, "not-allowed" | "nothing" | "not-now" | "few-raters">
  | Problems;

/**
 * Asks the raters of whoever asks once more about what they work on, in one transaction: a round of its own, with a
 * link for each. Sent twice it is one.
 */
export function askPulse(
  platform: Platform,
  actor: Actor,
  { report, items }: z.output<typeof askPulseInput>,
): Promise<AskOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<AskOutcome> => {
    if (!mayHavePlan(actor)) return refuse("not-allowed");
    const planned = await plannedPulse(platform, tx, actor);
    if (planned?.report.id !== report) return refuse("nothing");
    const { turn, counting, minimum } = planned;
    const chosen = planned.focus.filter(({ item }) => items.includes(item));
    if (chosen.length === 0) return refuseInput({ field: "items", code: "missing" });
    if (turn.kind !== "now") return refuse("not-now");
    if (counting < minimum) return refuse("few-raters");
    const key = { organisationId: actor.organisationId, id: newId() };
    await makeRound(platform, tx, actor, { key, planned, chosen });
    const isFirst = await insertPulse(tx, {
      ...{ organisationId: actor.organisationId, roundId: key.id, day: turn.day },
      ...{ personId: planned.report.personId, reportId: report },
      ...{ ofRoundId: planned.report.roundId, ofSubjectId: planned.report.subjectId },
      items: chosen.map(({ item }) => item),
      directions: chosen.map(({ direction }) => direction),
      // The page says so before they ask.
      mayCount: true,
    });
    if (!isFirst) throw new PressedTwice();
    await inviteAgain(platform, tx, key, planned.raters, invitationWords);
    await recordAudit(platform, tx, actor, {
      ...{ action: "pulse.asked", subjectKind: "pulse", subjectId: key.id },
      detail: { asked: planned.raters.length },
    });
    return accept({ id: key.id });
  }).catch((error: unknown) => {
    if (error instanceof PressedTwice) return refuse("not-now");
    throw error;
  });
}

/** Another press was first: what this one made is taken back with its transaction. */
class PressedTwice extends Error {}

type Making = { key: RoundKey; planned: PlannedPulse; chosen: readonly PulseFocus[] };

async function makeRound(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  { key, planned, chosen }: Making,
): Promise<void> {
  const { report, today, turn, raters } = planned;
  const asked = await keepFollowUp(tx, actor, {
    of: report.instrumentId,
    items: chosen.map(({ item }) => item),
    wordsIn: followUpWords,
    now: platform.clock.now(),
  });
  if (!asked || turn.kind !== "now") throw new Error("a pulse of nobody");
  await makeRoundAgain(platform, tx, actor, key, {
    ...{ kind: "pulse", report, today, raters, instrumentId: asked.id },
    nameOf: (name) => pulseName(name, turn.day),
  });
}
