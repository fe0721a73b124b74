import { appointOfficial } from "~/features/identity/index.server.ts";
import {
  type AccessLetters,
  type Actor,
  type Directory,
  type Limit,
  type Office,
  officeNamed,
} from "~/features/identity/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { addressedPerson } from "./addressed-person.server.ts";

type Parts = Platform & { directory: Directory };

/**
 * Gives someone of the directory an office and tells them by letter; whoever has no address or is from outside gets
 * none.
 */
export async function appointFromDirectory(
  parts: Parts,
  actor: Actor,
  { person: personId, office, units }: { person: string; office: Office; units: Limit },
  letters: AccessLetters["appointment"],
) {
  const person = await addressedPerson(parts, actor, personId);
  if (typeof person === "string") return refuse(person);
  return appointOfficial(parts, actor, { personId, office, units }, (tx) =>
    letters[officeNamed(office, units)](parts, tx, actor, person),
  );
}
