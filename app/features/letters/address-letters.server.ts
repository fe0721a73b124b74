import {
  accessWays,
  administratorsOf,
  organisationName,
  organisationStanding,
  takeRefused,
  takeUntold,
} from "~/features/identity/index.server.ts";
import { veiled, waitOver } from "~/features/identity/index.ts";
import { type DirectoryPerson, peopleByIds } from "~/features/people/index.server.ts";
import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type DesignedLetter, designLetter } from "./design-letter.server.ts";
import type { LetterWay } from "./domain/letter-way.ts";
import { addressLetters } from "./kinds.ts";
import { type NewMessage, queueMessages } from "./queue-messages.server.ts";

const AT_A_TIME = 100;

type LetterKind = keyof typeof addressLetters;
type Sender = Pick<Platform, "clock" | "jobs" | "publicUrl">;

/**
 * Tells the owners of old addresses that theirs was changed, and every administrator when one of them says that it was
 * not them. In parts; each is told once, however often this runs. No letter to an old address has a link but the one
 * that asks about the change.
 */
export async function tellOfAddresses(
  platform: Sender & Pick<Platform, "database">,
  scope: OrganisationScope,
): Promise<void> {
  let told: number;
  do {
    told = await inOrganisation(platform, scope, (tx) => tellOwners(platform, tx, scope));
  } while (told === AT_A_TIME);
  await inOrganisation(platform, scope, (tx) => tellAdministrators(platform, tx, scope));
}

/**
 * Queues a letter that says that letters come here now, with the way to their pages; for people whose changed address
 * is free again.
 */
export async function queueSettledLetters(
  platform: Sender,
  tx: Tx,
  scope: OrganisationScope,
  people: readonly (DirectoryPerson & { email: string })[],
): Promise<void> {
  const designs = await lettersOf(tx, scope);
  const guests = people.map(({ id, name, email, linkVersion }) => ({
    ...{ personId: id, name, email, linkVersion, path: "/home" },
  }));
  const ways = await accessWays(platform, tx, scope, guests);
  const messages: NewMessage[] = [];
  for (const [index, { name, email, language }] of people.entries()) {
    const way = ways[index];
    if (!way) continue;
    const to = { name, address: email };
    messages.push(await designs("settled", language, null, to, { link: way }));
  }
  await queueMessages(platform, tx, scope, messages);
}

async function tellOwners(platform: Sender, tx: Tx, scope: OrganisationScope): Promise<number> {
  const changes = await takeUntold(tx, scope, platform.clock.now(), AT_A_TIME);
  if (changes.length === 0) return 0;
  const people = await peopleById(tx, scope, changes);
  const letterTo = await lettersOf(tx, scope);
  const messages: NewMessage[] = [];
  for (const { id, personId, oldAddress, newAddress, state, ...change } of changes) {
    const person = people.get(personId);
    if (!person) continue;
    const kind = newAddress === null ? "removed" : state === "refused" ? "again" : "changed";
    messages.push(
      await letterTo(
        kind,
        person.language,
        id,
        { name: person.name, address: oldAddress },
        {
          link: { to: "address-change", changeId: id },
          facts: {
            date: change.changedAt,
            until: waitOver(change),
            to: newAddress === null ? "" : veiled(newAddress),
          },
        },
      ),
    );
  }
  await queueMessages(platform, tx, scope, messages);
  return changes.length;
}

async function tellAdministrators(
  platform: Sender,
  tx: Tx,
  scope: OrganisationScope,
): Promise<void> {
  const changes = await takeRefused(tx, scope, platform.clock.now());
  if (changes.length === 0) return;
  const people = await peopleById(tx, scope, changes);
  const letterTo = await lettersOf(tx, scope);
  const messages: NewMessage[] = [];
  for (const { id, personId, changedAt } of changes)
    for (const { name, email } of await administratorsOf(tx, scope))
      messages.push(
        await letterTo(
          "refused",
          "en",
          id,
          { name, address: email },
          {
            link: `${platform.publicUrl}/people/addresses`,
            facts: { date: changedAt, person: people.get(personId)?.name ?? "" },
          },
        ),
      );
  await queueMessages(platform, tx, scope, messages);
}

async function peopleById(
  tx: Tx,
  scope: OrganisationScope,
  changes: readonly { personId: string }[],
): Promise<Map<string, DirectoryPerson>> {
  const ids = [...new Set(changes.map(({ personId }) => personId))];
  return new Map((await peopleByIds(tx, scope, ids)).map((person) => [person.id, person]));
}

type Facts = { link: string | LetterWay; facts?: Readonly<Record<string, string | Date>> };

/**
 * Writes letters in their reader's language; each kind is laid out once a language. Moments are written as dates where
 * the organisation is.
 */
async function lettersOf(tx: Tx, scope: OrganisationScope) {
  const organisation = await organisationName(tx, scope);
  const zone = zoneAmong((await organisationStanding(tx, scope)).timeZone);
  const designs = new Map<string, DesignedLetter>();
  return async (
    kind: LetterKind,
    wanted: string | null,
    aboutId: string | null,
    to: NewMessage["to"],
    { link, facts = {} }: Facts,
  ): Promise<NewMessage> => {
    const language = languageAmong(languages, wanted === null ? [] : [wanted]);
    const key = `${kind} ${language}`;
    const fill = designs.get(key) ?? (await designLetter(addressLetters[kind], language));
    designs.set(key, fill);
    const written = Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "string" ? fact : writtenDate(dateIn(zone, fact), language),
    ]);
    const all = { ...Object.fromEntries(written), name: to.name, organisation };
    return { aboutId, to, ...fill(all, link) };
  };
}
