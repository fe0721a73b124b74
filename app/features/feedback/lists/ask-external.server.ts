import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { sameMailbox } from "~/features/people/domain/index.ts";
import {
  addExternalPerson,
  type ExternalPersonOutcome,
  peopleByIds,
} from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type Outcome, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Nomination } from "./nomination-change.server.ts";

/** Someone from outside, as they are typed in. What can't be is for `people` to say. */
export const externalInput = z.object({
  name: z.string().default(""),
  address: z.string().default(""),
  language: z.string().default(""),
});

export type ExternalTyped = z.input<typeof externalInput> & { name: string; address: string };

export type ExternalRefusal = Refusal<"own-address"> | Exclude<ExternalPersonOutcome, { ok: true }>;

/**
 * Asks someone from outside by name and address, in the way the caller asks people. The address of a colleague is
 * answered with that colleague, who can then be asked as such. To be called inside `keepingNobodyUnasked`.
 */
export async function askExternal<Refused extends string>(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  found: Nomination,
  typed: ExternalTyped,
  ask: (personId: string) => Promise<Outcome<void, Refused>>,
): Promise<{ ok: true } | ExternalRefusal> {
  if (await isOwnAddress(tx, actor, found, typed.address)) return refuse("own-address");
  const person = await addExternalPerson(tx, actor, typed, platform.clock.now());
  if (!person.ok) return person;
  const outcome = await ask(person.value.personId);
  if (!outcome.ok) throw new NotAsked(outcome.reason);
  return { ok: true };
}

/** Runs a change in which someone from outside is asked; whoever is not asked in the end is not stored. */
export function keepingNobodyUnasked<Result, Refused extends string>(
  change: Promise<Result>,
): Promise<Result | Refusal<Refused>> {
  return change.catch((error: unknown) => {
    // What was thrown is what `ask` refused with.
    if (error instanceof NotAsked) return refuse(error.reason as Refused);
    throw error;
  });
}

/** Undoes the transaction, the new person with it. */
class NotAsked extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

async function isOwnAddress(
  tx: Tx,
  actor: Actor,
  { participant }: Nomination,
  address: string,
): Promise<boolean> {
  const [person] = await peopleByIds(tx, actor, [participant.personId]);
  return sameMailbox(person?.email ?? "", address);
}
