import type { Actor, AddressedPerson } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { peopleByIds } from "./colleague-reads.server.ts";

/** Somebody of the directory, as a letter about getting in needs them, or why there can't be one. */
export async function addressedPerson(
  platform: Platform,
  actor: Actor,
  personId: string,
): Promise<AddressedPerson | "unknown" | "no-address"> {
  if (!isId(personId)) return "unknown";
  const [person] = await inOrganisation(platform, actor, (tx) =>
    peopleByIds(tx, actor, [personId]),
  );
  if (!person || person.external) return "unknown";
  const { name, email, linkVersion, language } = person;
  return email === null ? "no-address" : { personId, name, email, linkVersion, language };
}
