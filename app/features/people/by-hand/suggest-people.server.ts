import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nameablePeople } from "../directory/person-lookup-reads.server.ts";
import { readDirectory } from "../directory-reads.server.ts";
import { exactly } from "../domain/by-hand/find-person.ts";
import { readDirectoryQuery } from "../domain/directory-query.ts";
import { mayChangePeople } from "../policy.ts";

const SHOWN = 12;

/** Active people who fit what was typed so far, each by a text that means them and nobody else. HR only. */
export async function suggestPeople(
  platform: Pick<Platform, "database">,
  actor: Actor,
  typed: string,
): Promise<string[]> {
  if (!mayChangePeople(actor) || typed.trim() === "") return [];
  const query = readDirectoryQuery(new URLSearchParams({ q: typed }));
  const { people } = await readDirectory(platform, actor, query);
  const ids = people.slice(0, SHOWN).map(({ id }) => id);
  const named = await inOrganisation(platform, actor, (tx) => nameablePeople(tx, actor, ids));
  return ids.flatMap((id) => {
    const person = named.get(id);
    return person ? [exactly(person)] : [];
  });
}
