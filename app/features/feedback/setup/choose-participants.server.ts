import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/letters/index.server.ts";
import { activePeople } from "~/features/people/index.server.ts";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { deleteSubjects } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { participantRow } from "../cycle/participant-rows.ts";
import { insertParticipants, participantsOf } from "../cycle/participant-store.server.ts";
import { nominatorLetters } from "../letters/nominator-letters.server.ts";
import { suggestFor } from "../lists/suggest-for.server.ts";

/**
 * Makes exactly these people the participants of a cycle. New ones get raters suggested from the org tree;
 * those who stay keep their raters; those left out lose theirs.
 */
export function chooseParticipants(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  personIds: readonly string[],
) {
  const change = {
    may: mayRunRound,
    from: isEditable,
    late: "launched",
    did: "participants-chosen",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const wanted = new Set(personIds);
    const present = await participantsOf(tx, cycle);
    const leaving = present.filter((each) => !wanted.has(each.personId));
    await deleteSubjects(
      tx,
      cycle,
      leaving.map((each) => each.id),
    );
    const staying = new Set(present.map((each) => each.personId));
    const newcomers = await addParticipants(
      tx,
      cycle,
      [...wanted].filter((id) => !staying.has(id)),
    );
    // Everyone else was told when choosing began.
    if (cycle.state === "nominating") {
      const letters = await nominatorLetters(platform, tx, cycle, newcomers);
      await queueMessages(platform, tx, cycle, letters);
    }
    const counts = { added: newcomers.length, removed: leaving.length };
    const unchanged = newcomers.length + leaving.length === 0;
    return { ok: true, value: counts, detail: counts, unchanged };
  });
}

async function addParticipants(
  tx: Tx,
  cycle: CycleRow,
  personIds: readonly string[],
): Promise<{ id: string; personId: string; managerId: string | null }[]> {
  const people = new Map((await activePeople(tx, cycle)).map((person) => [person.id, person]));
  const participants = personIds.flatMap((personId) => {
    const person = people.get(personId);
    return person ? [participantRow(cycle, person)] : [];
  });
  await insertParticipants(tx, participants);
  await suggestFor(tx, cycle, participants);
  return participants;
}
