import { addressesKnown } from "~/features/identity/index.server.ts";
import { type Actor, NEW_PASSWORD_MINUTES } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Old, type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";
import { GIVE_UP_HOURS } from "./domain/refusal.ts";
import { countOldLetters, deleteLetters, pickOldLetters } from "./kept-store.server.ts";

/** That there was a letter: its text goes when it was sent, whatever is chosen. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "letters", words: "kept-letters:letters", choices: USUAL_YEARS, atOnce: 500 },
      count: async (tx, scope, old) => countOldLetters(tx, scope, await lettersOf(tx, scope, old)),
      pick: async (tx, scope, { after, most, ...old }) =>
        pickOldLetters(tx, scope, { ...(await lettersOf(tx, scope, old)), after, most }),
      forget: (_parts, tx, scope, ids) => deleteLetters(tx, scope, ids),
    },
  ],
  fixed: [
    { words: "kept-letters:fixed.text", values: { hours: GIVE_UP_HOURS } },
    { words: "kept-letters:fixed.newPassword", values: { minutes: NEW_PASSWORD_MINUTES } },
  ],
};

/** Letters know their readers by address alone: by those they have, and had. */
async function lettersOf(tx: Tx, scope: OrganisationScope, { before, spared }: Old) {
  const people = await peopleByIds(tx, scope, spared.people);
  const former: string[] = [];
  for (const id of spared.people) former.push(...(await addressesKnown(tx, scope, id)));
  const addresses = [...people.flatMap(({ email }) => email ?? []), ...former];
  return { before, addresses, about: spared.rounds };
}
