import { accountAddresses, accountOf } from "~/features/identity/index.server.ts";
import { type Actor, sameAddress } from "~/features/identity/index.ts";
import { type DirectoryPerson, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { NOTHING, type Personal, type TwoRecords } from "~/platform/feature/personal.ts";
import { declinedKinds, moveDeclined, replaceDeclined } from "./declining/declined-store.server.ts";
import { queueMergedLetter } from "./merged-letter.server.ts";
import { forgetReader, lettersToAddresses } from "./personal-store.server.ts";

const STATES = ["queued", "sending", "sent", "kept", "failed", "bounced"] as const;

/** Letters know their readers by address alone; who does without some is known by person. */
export const personal: Personal<Actor> = {
  columns: { "declined_letter.person_id": "who does without a kind of letter" },
  export: async (tx, scope, personId) => ({
    letters: await lettersToAddresses(tx, scope, {
      addresses: await addressOf(tx, scope, personId),
      accountId: await accountOf(tx, scope, personId),
    }),
    declinedLetters: await declinedKinds(tx, { organisationId: scope.organisationId, personId }),
  }),
  record: {
    title: "record-letters:title",
    labels: "record-letters:parts",
    fields: {
      letters: {
        title: "record-letters:parts.letters",
        labels: "record-letters:letters",
        fields: {
          subject: "text",
          createdAt: "moment",
          state: { word: (state) => `notifications:outbox.states.${state}`, of: STATES },
          toAddress: "text",
        },
      },
      declinedLetters: { word: (kind) => `letter-${kind}:about`, of: [] },
    },
  },
  // Whoever sends letters with links takes those back (rounds).
  merge: {
    look: async (_platform, tx, actor, pair) => {
      const counts = [{ word: "notifications:personal.mergedTold", count: 1 }];
      return (await mergedAddress(tx, actor, pair)) ? { hindrances: [], counts } : NOTHING;
    },
    carryOut: async (platform, tx, actor, pair) => {
      const { organisationId } = actor;
      await moveDeclined(tx, { organisationId, personId: pair.goes }, pair.stays);
      const merged = await mergedAddress(tx, actor, pair);
      if (merged) await queueMergedLetter(platform, tx, actor, merged.person, merged);
    },
  },
  erase: {
    look: async (_platform, tx, actor, { personId, addresses }) => {
      const accountId = await accountOf(tx, actor, personId);
      const count = (await lettersToAddresses(tx, actor, { addresses, accountId })).length;
      return {
        hindrances: [],
        counts: count > 0 ? [{ word: "notifications:personal.erased", count }] : [],
      };
    },
    carryOut: async (_platform, tx, actor, known) => {
      const { organisationId } = actor;
      await replaceDeclined(tx, { organisationId, personId: known.personId }, []);
      await forgetReader(tx, actor, known, await accountOf(tx, actor, known.personId));
    },
  },
};

/**
 * Whose address is in the directory no more once they are merged, and the one of the record that stays; null where it
 * is the same, or taken over.
 */
async function mergedAddress(
  tx: Tx,
  scope: OrganisationScope,
  { goes, stays, address: from }: TwoRecords,
): Promise<{ person: DirectoryPerson; from: string; to: string } | null> {
  const people = await peopleByIds(tx, scope, [goes, stays]);
  const person = people.find(({ id }) => id === goes);
  const to = people.find(({ id }) => id === stays)?.email ?? null;
  return person && from !== null && to !== null && !sameAddress(from, to)
    ? { person, from, to }
    : null;
}

async function addressOf(tx: Tx, scope: OrganisationScope, personId: string): Promise<string[]> {
  const [person] = await peopleByIds(tx, scope, [personId]);
  const own = person?.email ? [person.email] : [];
  return [...new Set([...own, ...(await accountAddresses(tx, scope, [personId])).values()])];
}
