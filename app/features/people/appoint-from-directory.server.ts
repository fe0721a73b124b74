import { appointAdministrator } from "~/features/identity/index.server.ts";
import type { AccessLetter, Actor, Directory } from "~/features/identity/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { addressedPerson } from "./addressed-person.server.ts";

type Parts = Platform & { directory: Directory };

/**
 * Makes someone of the directory an administrator and tells them by letter; whoever has no address or is from outside
 * can't be.
 */
export async function appointFromDirectory(
  parts: Parts,
  actor: Actor,
  personId: string,
  letter: AccessLetter,
) {
  const person = await addressedPerson(parts, actor, personId);
  if (typeof person === "string") return refuse(person);
  return appointAdministrator(parts, actor, personId, (tx) => letter(parts, tx, actor, person));
}
