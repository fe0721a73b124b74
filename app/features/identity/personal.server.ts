import type { Counted, Hindrance, Personal } from "~/platform/feature/personal.ts";
import type { Actor } from "./domain/actor.ts";
import { wishOf } from "./own-address/wish-store.server.ts";
import { passkeysOf } from "./passkeys/passkey-store.server.ts";
import {
  addressOfAccount,
  deleteMembershipOf,
  forgetAddressChanges,
  identityOf,
} from "./personal/personal-store.server.ts";

/** Accounts, offices and changed addresses: nobody's are merged into somebody else's. */
export const personal: Personal<Actor> = {
  columns: {
    "membership.person_id": "the account that a person signs in with, and as what",
    "administrator_appointment.person_id": "who administers once they open an account",
    "address_change.person_id": "whose address was changed, and whether it waits",
  },
  export: async (tx, scope, personId) => {
    const { membership, appointed, changes } = await identityOf(tx, scope, personId);
    const account = membership && {
      address: await addressOfAccount(tx, membership.accountId),
      role: membership.role,
      since: membership.roleSince,
      wishes: (await wishOf(tx, membership.accountId))?.newAddress ?? null,
      passkeys: (await passkeysOf(tx, membership.accountId)).map(({ name, since, lastDay }) => ({
        ...{ name, since, lastDay },
      })),
    };
    return { account, appointed, addressChanges: changes };
  },
  merge: {
    look: async (_platform, tx, actor, { goes }) => {
      const { membership, appointed, changes } = await identityOf(tx, actor, goes);
      const waits = changes.some(({ state }) => state === "waiting" || state === "refused");
      const hindrances: Hindrance[] = [];
      if (membership) hindrances.push({ word: "identity:personal.account" });
      if (appointed) hindrances.push({ word: "identity:personal.appointed" });
      if (waits) hindrances.push({ word: "identity:personal.waits" });
      return { hindrances, counts: [] };
    },
    carryOut: async () => undefined,
  },
  erase: {
    look: async (_platform, tx, actor, { personId }) => {
      const { membership, appointed } = await identityOf(tx, actor, personId);
      const inOffice = appointed || membership?.role === "admin";
      const hindrances = inOffice ? [{ word: "identity:personal.administers" }] : [];
      const counts: Counted[] = membership ? [{ word: "identity:personal.erased", count: 1 }] : [];
      return { hindrances, counts };
    },
    carryOut: async (_platform, tx, actor, { personId }) => {
      const { membership } = await identityOf(tx, actor, personId);
      if (membership) await deleteMembershipOf(tx, actor, membership);
      await forgetAddressChanges(tx, actor, personId);
    },
  },
};
