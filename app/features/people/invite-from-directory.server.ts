import { type Invitable, invitableIn, invitePerson } from "~/features/identity/index.server.ts";
import {
  type AccessLetter,
  type Actor,
  type Directory,
  mayAdminister,
} from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { addressedPerson } from "./addressed-person.server.ts";

type Parts = Platform & { directory: Directory };

/** Sends someone of the directory a link to open an account. */
export async function inviteFromDirectory(
  parts: Parts,
  actor: Actor,
  personId: string,
  letter: AccessLetter,
) {
  const person = await addressedPerson(parts, actor, personId);
  if (typeof person === "string") return refuse(person);
  return invitePerson(parts, actor, personId, (tx) => letter(parts, tx, actor, person));
}

/** Whether they can be sent one now. Administrators only: `unknown` to everyone else. */
export async function readInvitable(
  parts: Parts,
  actor: Actor,
  personId: string,
): Promise<Invitable | "no-address"> {
  if (!mayAdminister(actor)) return "unknown";
  const person = await addressedPerson(parts, actor, personId);
  if (typeof person === "string") return person;
  return inOrganisation(parts, actor, (tx) => invitableIn(parts, tx, actor, personId));
}
