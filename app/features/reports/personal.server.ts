import type { Actor } from "~/features/identity/index.ts";
import { NOTHING, noStep, type Personal } from "~/platform/feature/personal.ts";
import { deleteReports, focusFrom, reportsAbout } from "./report/personal-store.server.ts";

/** A report is of whoever it is about; who may read it is a grant, which is of people. */
export const personal: Personal<Actor> = {
  columns: {},
  // What a report says is what others said: its participant has it as a page and a file, and it is no part of this.
  export: async (tx, scope, personId) => {
    const released = (await reportsAbout(tx, scope, personId)).filter(
      ({ releasedAt }) => releasedAt,
    );
    const focus = await focusFrom(
      tx,
      scope,
      released.map(({ id }) => id),
    );
    return {
      reports: released.map(({ id, round, releasedAt }) => ({
        ...{ round, releasedAt },
        focus: focus.flatMap(({ reportId, ...chosen }) => (reportId === id ? [chosen] : [])),
      })),
    };
  },
  // Whoever took part in a round is not merged away (rounds).
  merge: noStep,
  erase: {
    look: async (_platform, tx, actor, { personId }) => {
      const { length: count } = await reportsAbout(tx, actor, personId);
      if (count === 0) return NOTHING;
      return { hindrances: [], counts: [{ word: "report:personal.erased", count }] };
    },
    carryOut: async (_platform, tx, actor, { personId }) =>
      deleteReports(tx, actor, await reportsAbout(tx, actor, personId)),
  },
};
