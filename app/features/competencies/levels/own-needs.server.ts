import { levelledFramework, levelledFrameworks } from "~/features/frameworks/index.server.ts";
import type { LevelledFramework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { neededBy } from "../needed/needed-by.server.ts";
import { personToRead } from "../reach/level-reach.server.ts";

type Competency = LevelledFramework["competencies"][number];

/** What somebody's own roles need of a competency. */
type OwnNeed = {
  framework: LevelledFramework;
  competency: Competency;
  /** The level that is needed, 1 the lowest. */
  level: number;
};

/** What the roles of whoever asks need on a day, by framework and in the order of its competencies. */
export async function ownNeeds(tx: Tx, actor: Actor, on: string): Promise<OwnNeed[]> {
  const person = actor.personId && (await personToRead(tx, actor, actor.personId));
  if (!person) return [];
  const found: OwnNeed[] = [];
  for (const choice of await levelledFrameworks(tx, actor)) {
    const framework = await levelledFramework(tx, actor, choice.framework);
    if (!framework) continue;
    const needs = (await neededBy(tx, actor, { framework, people: [person], on }))(0);
    for (const competency of framework.competencies) {
      const need = needs(person.id, competency.id);
      if (need) found.push({ framework, competency, level: need.level });
    }
  }
  return found;
}
