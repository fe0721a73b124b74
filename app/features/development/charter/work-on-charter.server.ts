import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Charter } from "../domain/charter/charter.ts";
import { type CharterReader, readerOfCharter } from "../domain/charter/charter-reader.ts";
import { chartersOf, lockCharters, storedCharter } from "./charter-store.server.ts";

export type Ticking = Pick<Platform, "database" | "clock">;
export type CharterOutcome<Value = void> = Outcome<Value, "unknown"> | Problems;

export type CharterPerson = {
  id: string;
  name: string;
  managerId: string | null;
  isHere: boolean;
};

/** A charter as whoever asks may read it. */
export type ReadCharter = {
  charter: Charter;
  reader: CharterReader;
  person: CharterPerson;
  /** What both signed before it. */
  before: Charter | null;
};

/** A version, for whoever may read it; null looks the same as none. */
export async function charterToRead(tx: Tx, actor: Actor, id: string): Promise<ReadCharter | null> {
  const charter = await storedCharter(tx, actor, id);
  const person = charter && (await charterPerson(tx, actor, charter.personId));
  const reader = charter && person && readerOfCharter(actor, charter, person);
  if (!charter || !person || !reader) return null;
  const all = await chartersOf(tx, actor, person.id);
  const earlier = all.filter(
    (each) => each.version < charter.version && readerOfCharter(actor, each, person) !== null,
  );
  return { charter, reader, person, before: earlier[0] ?? null };
}

export async function charterPerson(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<CharterPerson | null> {
  const [person] = await peopleByIds(tx, actor, [personId]);
  if (!person) return null;
  const { id, name, managerId, status } = person;
  return { id, name, managerId, isHere: status === "active" };
}

/** The charters of whoever asks, while nobody else changes them. */
export type HeldCharters = {
  tx: Tx;
  actor: Actor & { personId: string };
  today: string;
  person: CharterPerson;
  /** What is worked on or waits to be signed. */
  open: Charter | null;
  /** The latest that both signed. */
  signed: Charter | null;
};

/** Does something to the charter of whoever asks. What `work` refuses changes nothing. */
export function workOnOwnCharter<Value>(
  platform: Ticking,
  actor: Actor,
  work: (held: HeldCharters) => Promise<CharterOutcome<Value>>,
): Promise<CharterOutcome<Value>> {
  return inOrganisation(platform, actor, async (tx): Promise<CharterOutcome<Value>> => {
    const { personId } = actor;
    if (personId === null) return refuse("unknown");
    await lockCharters(tx, actor, personId);
    const person = await charterPerson(tx, actor, personId);
    if (!person) return refuse("unknown");
    const all = await chartersOf(tx, actor, personId);
    return work({
      ...{ tx, person, actor: { ...actor, personId } },
      today: await todayWhere(platform, tx, actor),
      open: all.find(({ state }) => state !== "signed") ?? null,
      signed: all.find(({ state }) => state === "signed") ?? null,
    });
  });
}

/** Does something to a charter that waits for whoever asks to sign it, while nobody else changes it. */
export function workOnProposed(
  platform: Ticking,
  actor: Actor,
  id: string,
  work: (held: ReadCharter & { tx: Tx; today: string }) => Promise<CharterOutcome>,
): Promise<CharterOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<CharterOutcome> => {
    const first = await charterToRead(tx, actor, id);
    if (first?.reader !== "partner") return refuse("unknown");
    await lockCharters(tx, actor, first.charter.personId);
    const read = await charterToRead(tx, actor, id);
    if (read?.reader !== "partner") return refuse("unknown");
    return work({ ...read, tx, today: await todayWhere(platform, tx, actor) });
  });
}

type Act = "drafted" | "changed" | "discarded" | "proposed" | "withdrawn" | "returned" | "signed";

/** That somebody did something with a charter, without what stands in it. */
export function noteOnCharter(
  platform: Ticking,
  { tx, actor }: { tx: Tx; actor: Actor },
  act: Act,
  id: string,
): Promise<void> {
  return recordAudit(platform, tx, actor, {
    action: `charter.${act}`,
    subjectKind: "charter",
    subjectId: id,
  });
}
