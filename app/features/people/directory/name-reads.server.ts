import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { latest } from "~/platform/memory/latest.ts";
import { wordsOfName } from "../domain/name-words.ts";

const MINUTES = 10;
const ORGANISATIONS = 50;
const LARGEST_TEAM = 60;

type Known = { words: ReadonlySet<string>; until: number };

// A hint may rest on names that are some minutes old; reading a whole directory for every comment may not.
const known = latest<Known>(ORGANISATIONS);

/** Every word of the names in an organisation's directory, in lower case. @param now milliseconds. */
export async function directoryWords(
  tx: Tx,
  { organisationId }: OrganisationScope,
  now: number,
): Promise<ReadonlySet<string>> {
  const remembered = known.get(organisationId);
  if (remembered && remembered.until > now) return remembered.words;
  const people = await tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("status", "=", "active")
    .select(["name", "preferredName"])
    .execute();
  const words = new Set(people.flatMap(wordsOfPerson));
  known.set(organisationId, { words, until: now + MINUTES * 60_000 });
  return words;
}

/** The names of those who work closest to someone: their manager, and everyone who reports to either. */
export async function teamWords(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<string[]> {
  const managerOf = tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("id", "=", personId)
    .select("managerId");
  const people = await tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("status", "=", "active")
    .where("id", "!=", personId)
    .where((eb) =>
      eb.or([
        eb("id", "=", managerOf),
        eb("managerId", "=", managerOf),
        eb("managerId", "=", personId),
      ]),
    )
    .select(["name", "preferredName"])
    .limit(LARGEST_TEAM)
    .execute();
  return [...new Set(people.flatMap(wordsOfPerson))];
}

function wordsOfPerson(person: { name: string; preferredName: string | null }): string[] {
  return wordsOfName(`${person.name} ${person.preferredName ?? ""}`);
}
