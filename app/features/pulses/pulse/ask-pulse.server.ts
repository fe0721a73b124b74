import { z } from "zod";
import { mayHavePlan } from "~/features/development/index.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { keepFollowUp } from "~/features/questionnaires/index.server.ts";
import {
  insertLinks,
  insertRequests,
  insertRound,
  insertSubjects,
  lockRound,
  makePseudonymKey,
  moveRequests,
  type RoundKey,
  saveLetter,
  sendInvitations,
} from "~/features/rounds/index.server.ts";
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
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closesOnFrom, REMINDED_BEFORE } from "../domain/pulse.ts";
import { pulsePolicy } from "../domain/pulse-policy.ts";
import { type PlannedPulse, type PulseFocus, plannedPulse } from "./planned-pulse.server.ts";
import { insertPulse } from "./pulse-store.server.ts";
import { followUpWords, invitationWords, pulseName } from "./pulse-words.server.ts";
import type { RaterAgain } from "./raters-again.server.ts";

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
    await invite(platform, tx, key, planned.raters);
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
  const now = platform.clock.now();
  const asked = await keepFollowUp(tx, actor, {
    of: report.instrumentId,
    items: chosen.map(({ item }) => item),
    wordsIn: followUpWords,
    now,
  });
  const [person] = await peopleByIds(tx, actor, [report.personId]);
  if (!asked || !person || turn.kind !== "now") throw new Error("a pulse of nobody");
  const { id, name, jobTitle, jobLevel, department, country, managerId } = person;
  await insertRound(tx, {
    ...key,
    kind: "pulse",
    name: pulseName(name, turn.day),
    instrumentId: asked.id,
    state: "collecting",
    ...{ opensOn: today, closesOn: closesOnFrom(today), closesItself: true },
    reminderDays: [REMINDED_BEFORE],
    disclosurePolicy: JSON.stringify(pulsePolicy(report.policy)),
    ...{ createdBy: actor.accountId, createdAt: now },
  });
  const subject = { organisationId: key.organisationId, id: newId(), roundId: key.id };
  await insertSubjects(tx, [
    {
      ...{ ...subject, personId: id, name, jobTitle, jobLevel, department, country, managerId },
      list: report.list,
    },
  ]);
  await insertRequests(
    tx,
    key,
    raters.map(({ personId, relationship, bySubject }) => ({
      ...{ id: newId(), subjectId: subject.id, personId, relationship, bySubject },
    })),
  );
  await makePseudonymKey(tx, key);
}

async function invite(
  platform: Platform,
  tx: Tx,
  key: RoundKey,
  raters: readonly RaterAgain[],
): Promise<void> {
  for (const language of languages)
    await saveLetter(tx, key, { kind: "invitation", language, ...invitationWords(language) });
  const round = await lockRound(tx, key, key.id);
  if (!round) throw new Error("a round that was just made is missing");
  const links = raters.map(({ personId }) => ({ id: newId(), personId }));
  await insertLinks(tx, key, links, platform.clock.now());
  const guests = raters.flatMap(({ name, address, language }, at) => {
    const invitationId = links[at]?.id;
    return address === null || !invitationId
      ? []
      : [{ invitationId, name, address, language, requests: 1 }];
  });
  await sendInvitations(platform, tx, round, guests);
  await moveRequests(tx, key, ["chosen"], "invited");
}
