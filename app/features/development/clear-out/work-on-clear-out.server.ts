import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type ClearOutReader, readerOfClearOut } from "../domain/clear-out/clear-out.ts";
import { lockClearOuts, type StoredClearOut, storedClearOuts } from "./clear-out-store.server.ts";

export type Ticking = Pick<Platform, "database" | "clock">;
export type ClearOutOutcome<Value = void> = Outcome<Value, "unknown"> | Problems;

/** A clear-out as whoever asks may read it. */
export type ReadClearOut = { clearOut: StoredClearOut; reader: ClearOutReader };

/** Every clear-out that whoever asks leads, or was asked in and may read, the latest first. */
export async function clearOutsToRead(tx: Tx, actor: Actor): Promise<ReadClearOut[]> {
  if (actor.personId === null) return [];
  const all = await storedClearOuts(tx, actor, { personId: actor.personId });
  return all.length === 0 ? [] : readable(tx, actor, all);
}

/** One by its id, for whoever may read it; null looks the same as none. */
export async function clearOutToRead(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<ReadClearOut | null> {
  const found = await storedClearOuts(tx, actor, { id });
  const [read = null] = await readable(tx, actor, found);
  return read;
}

async function readable(tx: Tx, actor: Actor, all: StoredClearOut[]): Promise<ReadClearOut[]> {
  const [person] = actor.personId ? await peopleByIds(tx, actor, [actor.personId]) : [];
  return all.flatMap((clearOut) => {
    const reader = readerOfClearOut(actor, clearOut, {
      memberIds: clearOut.members.map(({ personId }) => personId),
      managerId: person?.managerId ?? null,
    });
    return reader ? [{ clearOut, reader }] : [];
  });
}

/** A clear-out while nobody else changes it. */
export type HeldClearOut = ReadClearOut & {
  tx: Tx;
  actor: Actor & { personId: string };
  today: string;
};

/** Does something in a clear-out that whoever asks may read. What `work` refuses changes nothing. */
export function workOnClearOut(
  platform: Ticking,
  actor: Actor,
  id: string,
  work: (held: HeldClearOut) => Promise<ClearOutOutcome>,
): Promise<ClearOutOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<ClearOutOutcome> => {
    const { personId } = actor;
    const first = await clearOutToRead(tx, actor, id);
    if (!first || personId === null) return refuse("unknown");
    await lockClearOuts(tx, actor, first.clearOut.leaderId);
    const read = await clearOutToRead(tx, actor, id);
    if (!read) return refuse("unknown");
    const today = await todayWhere(platform, tx, actor);
    return work({ ...read, tx, today, actor: { ...actor, personId } });
  });
}

/** That somebody did something in a clear-out, without what it was about. */
export function noteOnClearOut(
  platform: Ticking,
  { tx, actor }: { tx: Tx; actor: Actor },
  act: "begun" | "named" | "withdrawn" | "stopped" | "kept" | "undone" | "checked" | "closed",
  id: string,
): Promise<void> {
  return recordAudit(platform, tx, actor, {
    action: `clear-out.${act}`,
    subjectKind: "clear-out",
    subjectId: id,
  });
}
