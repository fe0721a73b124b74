import type { Actor } from "~/features/identity/index.ts";
import { NOTHING, type Personal } from "~/platform/feature/personal.ts";
import {
  countAssignmentFiles,
  deleteTakenOff,
  eraseAssignmentFiles,
  eraseNotesTo,
  moveTakenOff,
} from "./cycle/personal-store.server.ts";

/** What a 360 adds to a round before its launch; files that wait may hold anybody. */
export const personal: Personal<Actor> = {
  columns: { "taken_off.person_id": "whom a participant took off their list, until the launch" },
  // Whom a participant took off is for whoever agrees to the list, not for whom it is about.
  export: async () => ({}),
  merge: {
    look: async () => NOTHING,
    carryOut: async (_platform, tx, actor, pair) => moveTakenOff(tx, actor, pair),
  },
  erase: {
    look: async (_platform, tx, actor) => {
      const count = await countAssignmentFiles(tx, actor);
      if (count === 0) return NOTHING;
      return { hindrances: [], counts: [{ word: "feedback-hr:personal.erased", count }] };
    },
    carryOut: async (_platform, tx, actor, { personId }) => {
      await deleteTakenOff(tx, actor, personId);
      await eraseAssignmentFiles(tx, actor);
      await eraseNotesTo(tx, actor, personId);
    },
  },
};
