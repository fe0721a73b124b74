import type { Counted, Hindrance, Personal } from "~/platform/feature/personal.ts";
import type { Actor } from "./domain/actor.ts";
import { OFFICES, officeOf } from "./domain/office.ts";
import { wishOf } from "./own-address/wish-store.server.ts";
import { passkeysOf } from "./passkeys/passkey-store.server.ts";
import {
  addressOfAccount,
  deleteMembershipOf,
  forgetAddressChanges,
  identityOf,
} from "./personal/personal-store.server.ts";

const ADDRESS_STATES = [
  ...["waiting", "refused", "confirmed"],
  ...["passed", "returned", "replaced"],
] as const;

/** Accounts, offices and changed addresses: nobody's are merged into somebody else's. */
export const personal: Personal<Actor> = {
  columns: {
    "membership.person_id": "the account that a person signs in with, and as what",
    "appointment.person_id": "who has an office once they open an account",
    "address_change.person_id": "whose address was changed, and whether it waits",
  },
  export: async (tx, scope, personId) => {
    const { membership, appointed, changes } = await identityOf(tx, scope, personId);
    const account = membership && {
      address: await addressOfAccount(tx, membership.accountId),
      role: officeOf(membership) ?? membership.role,
      units: membership.units,
      since: membership.roleSince,
      wishes: (await wishOf(tx, membership.accountId))?.newAddress ?? null,
      passkeys: (await passkeysOf(tx, membership.accountId)).map(({ name, since, lastDay }) => ({
        ...{ name, since, lastDay },
      })),
    };
    return { account, appointed, addressChanges: changes };
  },
  record: {
    title: "record-identity:title",
    labels: "record-identity:parts",
    fields: {
      account: {
        title: "record-identity:parts.account",
        labels: "record-identity:account",
        fields: {
          address: "text",
          units: "text",
          role: { word: (role) => `record-identity:roles.${role}`, of: [...OFFICES, "member"] },
          since: "moment",
          wishes: "text",
          passkeys: {
            title: "record-identity:parts.passkeys",
            labels: "record-identity:passkeys",
            fields: { name: "text", since: "day", lastDay: "day" },
          },
        },
      },
      appointed: "yes-no",
      addressChanges: {
        title: "record-identity:parts.addressChanges",
        labels: "record-identity:addressChanges",
        fields: {
          oldAddress: "text",
          newAddress: "text",
          changedAt: "moment",
          state: { word: (state) => `record-identity:states.${state}`, of: ADDRESS_STATES },
        },
      },
    },
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
      const inOffice = appointed || (membership !== null && officeOf(membership) !== null);
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
