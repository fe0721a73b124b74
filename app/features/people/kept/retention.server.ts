import type { Actor } from "~/features/identity/index.ts";
import { type Retention, USUAL_YEARS } from "~/platform/feature/retention.ts";
import { KEPT_DAYS as ABSENCES_KEPT_DAYS } from "../absence/forget-absences.server.ts";
import { namesOfPeople } from "../directory/person-lookup-reads.server.ts";
import { eraseLongGone } from "../erase/erase-long-gone.server.ts";
import {
  countLongGone,
  countOldChanges,
  deleteChanges,
  pickLongGone,
  pickOldChanges,
} from "./kept-store.server.ts";

/** Records of people who left, and what was changed of anybody. */
export const retention: Retention<Actor> = {
  kinds: [
    {
      ...{ name: "former-people", words: "kept-people:former", choices: USUAL_YEARS },
      // Each locks what others lock before people: two in one transaction would wait for each other.
      atOnce: 1,
      count: countLongGone,
      pick: pickLongGone,
      forget: async ({ platform, personal }, tx, scope, ids) => {
        let erased = 0;
        for (const id of ids)
          if (await eraseLongGone(platform, personal, tx, scope, id)) erased += 1;
        return erased;
      },
    },
    {
      ...{ name: "history", words: "kept-people:history", choices: USUAL_YEARS, atOnce: 500 },
      count: countOldChanges,
      pick: async (tx, scope, wanted) => {
        const changes = await pickOldChanges(tx, scope, wanted);
        const people = [...new Set(changes.map(({ personId }) => personId))];
        const names = await namesOfPeople(tx, scope, people);
        return changes.map(({ id, personId }) => ({ id, name: names.get(personId) ?? "" }));
      },
      forget: (_parts, tx, scope, ids) => deleteChanges(tx, scope, ids),
    },
  ],
  fixed: [
    { words: "kept-people:fixed.absences", values: { days: ABSENCES_KEPT_DAYS } },
    { words: "kept-people:fixed.outside" },
  ],
};
