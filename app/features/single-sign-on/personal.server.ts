import { membershipOfPerson } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { NOTHING, noStep, type Personal } from "~/platform/feature/personal.ts";
import { deleteLinksOf, subjectsOf } from "./links/link-store.server.ts";

/** By what the organisation's providers know whoever comes by them. */
export const personal: Personal<Actor> = {
  columns: {},
  export: async (tx, scope, personId) => {
    const subjects = await known(tx, scope, personId);
    return subjects.length > 0 ? { signOn: subjects } : {};
  },
  record: {
    title: "record-single-sign-on:title",
    labels: "record-single-sign-on:parts",
    fields: {
      signOn: {
        title: "record-single-sign-on:parts.signOn",
        labels: "record-single-sign-on:signOn",
        fields: { provider: "text", subject: "text", since: "day" },
      },
    },
  },
  // Whoever has an account is not merged away.
  merge: noStep,
  erase: {
    look: async (_platform, tx, actor, { personId }) => {
      const { length: count } = await known(tx, actor, personId);
      return count > 0
        ? { hindrances: [], counts: [{ word: "sign-on:personal.erased", count }] }
        : NOTHING;
    },
    carryOut: async (_platform, tx, actor, { personId }) => {
      const membership = await membershipOfPerson(tx, actor, personId);
      if (membership) await deleteLinksOf(tx, actor, membership.accountId);
    },
  },
};

async function known(tx: Tx, scope: OrganisationScope, personId: string) {
  const membership = await membershipOfPerson(tx, scope, personId);
  return membership ? subjectsOf(tx, scope, membership.accountId) : [];
}
