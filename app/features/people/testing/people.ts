import { newId } from "~/platform/db/ids.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { insertPeople, type NewPerson } from "../store.server.ts";

/**
 * Puts people into a directory. Each is known by a short word; `manager` names another one's.
 * @returns their ids by that word.
 */
export async function createPeople<Word extends string>(
  platform: Platform,
  scope: OrganisationScope,
  people: Record<Word, Omit<Partial<NewPerson>, "id" | "managerId"> & { manager?: NoInfer<Word> }>,
): Promise<Record<Word, string>> {
  const words = Object.keys(people) as Word[];
  const ids = Object.fromEntries(words.map((word) => [word, newId()])) as Record<Word, string>;
  const rows = words.map((word): NewPerson => {
    const { manager, ...facts } = people[word];
    return { name: word, ...facts, id: ids[word], managerId: manager ? ids[manager] : null };
  });
  await inOrganisation(platform, scope, (tx) =>
    insertPeople(tx, scope, rows, platform.clock.now()),
  );
  return ids;
}
