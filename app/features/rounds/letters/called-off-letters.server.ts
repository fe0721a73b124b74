import { setImmediate as otherWork } from "node:timers/promises";
import { organisationName } from "~/features/identity/index.server.ts";
import {
  addressesAbout,
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import {
  type DirectoryPerson,
  peopleByAddress,
  peopleByIds,
} from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import { invitedPeople } from "../reads/asked-reads.server.ts";
import type { Round, RoundKey } from "../store/round-store.server.ts";
import { peopleHeldFrom } from "./held-letter-store.server.ts";
import { calledOff } from "./kinds.ts";
import { languagesOfRound } from "./round-languages.server.ts";

const CHUNK = 200;
/** Who got one had something left at the time. */
const REMINDER = "reminder";

/**
 * Everyone who was told of a round: whoever has a link of it, and whoever else a letter about it has left to. Not those
 * whose letter still waits: it never leaves, and they know of nothing.
 */
export async function toldOfRound(tx: Tx, round: RoundKey): Promise<DirectoryPerson[]> {
  const written = await addressesAbout(tx, round, round.id, { without: [REMINDER] });
  const held = new Set(await peopleHeldFrom(tx, round));
  const waits = ({ id, email }: DirectoryPerson) =>
    held.has(id) || (email !== null && written.get(email)?.left === false);
  const invited = await peopleByIds(tx, round, await invitedPeople(tx, round));
  const left = [...written].flatMap(([address, each]) => (each.left ? [address] : []));
  const others = [...(await peopleByAddress(tx, round, left)).values()].map(({ id }) => id);
  const known = new Set(invited.map(({ id }) => id));
  const further = others.filter((id) => !known.has(id));
  return [
    ...invited.filter((person) => !waits(person)),
    ...(await peopleByIds(tx, round, [...new Set(further)])),
  ];
}

/** One letter each, without a link, in their language; it is not erased with the round's others. */
export async function sendCalledOff(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  round: Round,
  people: readonly DirectoryPerson[],
  reason: string,
): Promise<number> {
  const organisation = await organisationName(tx, round);
  const { own, offered } = await languagesOfRound(tx, round, round);
  const designs = new Map<string, DesignedLetter>();
  let messages: NewMessage[] = [];
  let told = 0;
  for (const { name, email, language: wanted, status } of people) {
    if (!email || status !== "active") continue;
    const language = languageFor(wanted, offered, own);
    const fill =
      designs.get(language) ?? (await designLetter(calledOff, language, { withoutLink: true }));
    designs.set(language, fill);
    messages.push({
      aboutId: null,
      to: { name, address: email },
      ...fill({ name, organisation, cycle: round.name, reason }, null),
    });
    told += 1;
    if (messages.length < CHUNK) continue;
    await queueMessages(platform, tx, round, messages);
    messages = [];
    await otherWork();
  }
  await queueMessages(platform, tx, round, messages);
  return told;
}
