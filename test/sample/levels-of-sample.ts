import { tableLevels } from "~/features/competencies/testing/table-of-levels.ts";
import { levelledFramework, levelledFrameworks } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { levelTruth } from "~/sample/levels/level-truth.ts";
import { dateOn } from "~/sample/on-day.server.ts";
import { sampleSeed } from "~/sample/organisation.ts";
import { framework, organisation, truth } from "~/sample/testing/harbourline-sample.ts";
import type { TestDatabase } from "../database/test-database.ts";

/** Whoever looks after the organisation that was loaded. */
export async function adminOfSample(db: TestDatabase): Promise<Actor> {
  const { rows } = await db.owner.query("SELECT organisation_id FROM organisation");
  const { organisation_id: organisationId } = rows[0];
  return { organisationId, accountId: "hr", personId: null, owner: true, role: "admin" };
}

/** Everybody's levels in the newest version of a framework of the sample, by its key or name. */
export async function levelsIn(db: TestDatabase, called: string) {
  const admin = await adminOfSample(db);
  return inOrganisation(db.platform, admin, async (tx) => {
    const found = (await levelledFrameworks(tx, admin)).find(
      (each) => each.name === called || each.framework === called,
    );
    const of = found && (await levelledFramework(tx, admin, found.framework));
    if (!of) throw new Error(`no framework ${called}`);
    const view = { ...of, levels: of.levels.length };
    const today = dateOn(db.platform, 0);
    const { levels } = await tableLevels(db.platform, tx, admin, view, today);
    const idOf = (name: string) => of.competencies.find((each) => each.name === name)?.id ?? "";
    return { of, levels, idOf };
  });
}

/** Estimated levels of a framework beside the truth they were drawn from: whether a range holds it, how far off. */
export async function besideTruth(db: TestDatabase, called: string) {
  const really = levelTruth(sampleSeed, organisation, truth, framework);
  const { of, levels } = await levelsIn(db, called);
  const { rows } = await db.owner.query("SELECT id, employee_id FROM person");
  const numbers = new Map<string, string>(rows.map((row) => [row.id, row.employee_id]));
  const nameOf = new Map(of.competencies.map(({ id, name }) => [id, name]));
  return [...levels].flatMap(([id, own]) =>
    [...own.entries()].map(([competency, { estimate, lower, upper }]) => {
      const name = called === "both-hats" ? competency : (nameOf.get(competency) ?? "");
      const level = really(numbers.get(id) ?? "", name, 0);
      // The lowest and the highest level are open: beyond them is on them.
      const isAbove = level >= lower || lower === 1;
      return {
        holds: isAbove && (level <= upper || upper === of.levels.length),
        off: estimate - level,
      };
    }),
  );
}
