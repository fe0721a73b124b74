/**
 * node bench/competencies/roles.ts: who of 10,000 people has which of 200 roles. Targets of the server's own computing:
 * the count that follows while somebody types under 150 ms, all roles of everybody under 300 ms. The middle of five,
 * wall time beside computing. Ends with 1 above a target.
 */

import type * as Counts from "../../app/features/frameworks/roles/count-matches.server.ts";
import type * as Lists from "../../app/features/frameworks/roles/role-list.server.ts";
import type * as OfPeople from "../../app/features/frameworks/roles/roles-of-people.server.ts";
import type * as Save from "../../app/features/frameworks/roles/save-role.server.ts";
import type { Tx } from "../../app/platform/db/database.server.ts";
import type * as Scope from "../../app/platform/db/in-organisation.server.ts";
import { measure } from "../support/measure.ts";
import { COMPETENCIES, openOrganisation } from "./organisation.ts";

const [ROLES, TODAY] = [200, "2026-03-02"];

const bench = await openOrganisation(TODAY);
try {
  await saveRoles();
  await measureAll();
} finally {
  await bench.close();
}

/** Each role by two titles and half of them by a department as well, every tenth inheriting, with ten needs. */
async function saveRoles(): Promise<void> {
  const { load, platform, actor, framework } = bench;
  const { saveRole, saveRoleInput } = await load<typeof Save>(
    "features/frameworks/roles/save-role.server.ts",
  );
  let parent = "";
  for (let at = 0; at < ROLES; at += 1) {
    const form = saveRoleInput.parse({
      ...{ name: `Role ${at}`, validFrom: TODAY, frameworkVersion: 1, join: "all" },
      titles: `Mate of kind ${at}\nMate of kind ${at + ROLES}`,
      departments:
        at % 2 === 0 ? "" : Array.from({ length: 50 }, (_, n) => `Department ${n}`).join("\n"),
      parent: at % 10 === 9 ? parent : "",
      needs: Array.from({ length: 10 }, (_, n) => ({
        competency: `c${(at * 7 + n * 11) % COMPETENCIES}`,
        ...{ level: "2", weight: "essential", importance: "ordinary" },
      })),
    });
    const saved = await saveRole(platform, actor, { framework }, form);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    if (at % 10 === 0) parent = saved.value.id;
  }
}

async function measureAll(): Promise<void> {
  const { actor, database } = bench;
  const load = <Module>(path: string) => bench.load<Module>(`features/frameworks/roles/${path}`);
  const { countTyped } = await load<typeof Counts>("count-matches.server.ts");
  const { roleList } = await load<typeof Lists>("role-list.server.ts");
  const { rolesOfPeople } = await load<typeof OfPeople>("roles-of-people.server.ts");
  const { inOrganisation } = await bench.load<typeof Scope>(
    "platform/db/in-organisation.server.ts",
  );
  const within = <Value>(work: (tx: Tx) => Promise<Value>) =>
    inOrganisation({ database }, actor, work);
  const typed = {
    ...{ join: "any", titles: "Mate of kind 7\nMate of kind", levels: "Level 2\nLevel 9" },
    ...{ departments: "Department 1\nDepartment 200", people: "Person 77" },
  };
  await measure(
    "who matches, counted while typing",
    () => within((tx) => countTyped(tx, actor, typed)),
    { target: 150 },
  );
  await measure(
    "the same with 200 titles",
    () => {
      const titles = Array.from({ length: 200 }, (_, at) => `Mate of kind ${at}`).join("\n");
      return within((tx) => countTyped(tx, actor, { ...typed, titles }));
    },
    { target: 150 },
  );
  await measure("the list of 200 roles", () => within((tx) => roleList(tx, actor, TODAY)), {
    target: 300,
  });
  await measure(
    "200 roles of 10,000 people with what they need",
    () => within((tx) => rolesOfPeople(tx, actor, { on: TODAY })),
    { target: 300 },
  );
}
