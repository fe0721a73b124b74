import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { ReportAgain } from "~/features/reports/index.server.ts";
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
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closesOnFrom, REMINDED_BEFORE } from "../domain/pulse.ts";
import { pulsePolicy } from "../domain/pulse-policy.ts";
import type { AskedKind } from "./asked-kind.ts";
import type { RaterAgain } from "./raters-again.server.ts";

/** A round that somebody asks for: of those who were asked about them once more, or of their team. */
type Again = {
  kind: AskedKind;
  /** What everybody who is asked reads it by. */
  nameOf: (person: string) => string;
  /** About whom, under which promise, and whose the list is: those of the report that is come back to, if it is one. */
  report: Pick<ReportAgain, "personId" | "policy" | "list">;
  instrumentId: string;
  today: string;
  raters: readonly RaterAgain[];
};

/** Makes such a round, under that promise and a stricter one, with nobody written to yet. */
export async function makeRoundAgain(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  key: RoundKey,
  { kind, nameOf, report, instrumentId, today, raters }: Again,
): Promise<void> {
  const [person] = await peopleByIds(tx, actor, [report.personId]);
  if (!person) throw new Error("a round about nobody");
  const { id, name, jobTitle, jobLevel, department, country, managerId } = person;
  await insertRound(tx, {
    ...{ ...key, kind, name: nameOf(name), instrumentId, state: "collecting" },
    ...{ opensOn: today, closesOn: closesOnFrom(today), closesItself: true },
    reminderDays: [REMINDED_BEFORE],
    disclosurePolicy: JSON.stringify(pulsePolicy(report.policy)),
    ...{ createdBy: actor.accountId, createdAt: platform.clock.now() },
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

/** Gives each of them a link of their own and writes to them. */
export async function inviteAgain(
  platform: Platform,
  tx: Tx,
  key: RoundKey,
  raters: readonly RaterAgain[],
  wordsIn: (language: string) => { subject: string; body: string },
): Promise<void> {
  for (const language of languages)
    await saveLetter(tx, key, { kind: "invitation", language, ...wordsIn(language) });
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
