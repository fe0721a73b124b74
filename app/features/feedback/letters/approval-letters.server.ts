import type { NewMessage } from "~/features/letters/index.server.ts";
import { noticeLetters } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { type NominationFacts, nominatorOf } from "../domain/nomination.ts";
import { approvalRequest, nominationReturned, teamReturned } from "./kinds.ts";

type Participant = { id: string; personId: string; managerId: string | null; name: string };

/** To the manager whose approval a list needs. HR finds such lists on its home page instead: there may be thousands. */
export async function approvalLetters(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  { id, name, managerId }: Participant,
): Promise<NewMessage[]> {
  if (managerId === null) return [];
  const recipient = {
    personId: managerId,
    path: `/nominations/${id}`,
    facts: { participant: name },
  };
  return noticeLetters(platform, tx, cycle, { kind: approvalRequest }, [recipient]);
}

/** To whoever made a list that was given back; the note is on its page. */
export async function returnedLetters(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  { id, name, personId, managerId }: Participant,
  facts: NominationFacts,
): Promise<NewMessage[]> {
  const nominator = nominatorOf(facts);
  const addressee = nominator === "manager" ? managerId : personId;
  if (nominator === "hr" || addressee === null) return [];
  const kind = nominator === "manager" ? teamReturned : nominationReturned;
  return noticeLetters(platform, tx, cycle, { kind, dates: { date: cycle.nominateBy } }, [
    { personId: addressee, path: `/nominations/${id}`, facts: { participant: name } },
  ]);
}
