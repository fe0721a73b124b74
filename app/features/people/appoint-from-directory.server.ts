import { appointAdministrator } from "~/features/identity/index.server.ts";
import type { Actor, AppointmentLetter, Directory } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { peopleByIds } from "./colleague-reads.server.ts";

type Parts = Platform & { directory: Directory };

/**
 * Makes someone of the directory an administrator and tells them by letter; whoever has no address or is from outside
 * can't be.
 */
export async function appointFromDirectory(
  parts: Parts,
  actor: Actor,
  personId: string,
  letter: AppointmentLetter,
) {
  if (!isId(personId)) return refuse("unknown");
  const [person] = await inOrganisation(parts, actor, (tx) => peopleByIds(tx, actor, [personId]));
  if (!person || person.external) return refuse("unknown");
  const { name, email, linkVersion, language } = person;
  if (email === null) return refuse("no-address");
  return appointAdministrator(parts, actor, personId, (tx) =>
    letter(parts, tx, actor, { personId, name, email, linkVersion, language }),
  );
}
