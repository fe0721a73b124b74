import type { Actor } from "~/features/identity/index.ts";
import { NOTHING, noStep, type Personal } from "~/platform/feature/personal.ts";
import { countPendingImports, eraseImportFiles } from "./import-store.server.ts";

/** Files that wait to be confirmed may hold anybody, so all of them go when somebody is erased. */
export const personal: Personal<Actor> = {
  columns: {},
  export: async () => ({}),
  merge: noStep,
  erase: {
    look: async (_platform, tx, actor) => {
      const count = await countPendingImports(tx, actor);
      if (count === 0) return NOTHING;
      return { hindrances: [], counts: [{ word: "people-import:personal.erased", count }] };
    },
    carryOut: async ({ clock }, tx, actor, { names }) =>
      eraseImportFiles(tx, actor, names, clock.now()),
  },
};
