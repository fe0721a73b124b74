import { levelledFrameworkOf, rolesOfAnybody } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type LaunchPlan, launchPlan } from "../../domain/assessments/launch-plan.ts";
import { assessedIn } from "../store/assessed-store.server.ts";
import type { AssessmentHalf } from "../store/assessment-store.server.ts";
import { MOST_COMPETENCIES } from "./assessment-input.ts";

type Planned = LaunchPlan & {
  /** Who left since they were chosen: nobody asks them anything. */
  left: string[];
};

/** Who would be placed on what and by whom if a draft began on a day; the same on the page that says so and at launch. */
export async function plannedLaunch(
  tx: Tx,
  actor: Actor,
  round: { organisationId: string; id: string } & AssessmentHalf,
  on: string,
): Promise<Planned> {
  const framework = await levelledFrameworkOf(tx, actor, round.framework, round.version);
  if (!framework) throw new Error("a round of assessments without its framework");
  const chosen = await assessedIn(tx, round);
  const people = await byId(
    tx,
    actor,
    chosen.map(({ personId }) => personId),
  );
  const above = [...people.values()].map(({ managerId }) => managerId);
  const others = [...above, ...chosen.map(({ secondId }) => secondId)].flatMap((id) => id ?? []);
  const assessors = await byId(tx, actor, [...new Set(others)]);
  const askable = (id: string | null) => {
    const found = id === null ? undefined : assessors.get(id);
    return found?.status === "active" && !found.external ? found.id : null;
  };
  const roles = await rolesOfAnybody(tx, actor, { on, people: [...people.keys()] });
  const needs = new Map(roles.map((each) => [each.personId, each.needs]));
  const here = chosen.filter(({ personId }) => people.get(personId)?.status === "active");
  const plan = launchPlan(
    here.map(({ subjectId, personId, name, secondId }) => ({
      ...{ subjectId, personId, name },
      managerId: askable(people.get(personId)?.managerId ?? null),
      secondId: askable(secondId),
      needed: (needs.get(personId) ?? []).flatMap((need) =>
        need.framework === round.framework && need.level !== null ? [need.competency] : [],
      ),
    })),
    {
      order: framework.competencies.map(({ id }) => id),
      chosen: round.competencies,
      most: MOST_COMPETENCIES,
    },
  );
  const left = chosen.filter((each) => !here.includes(each)).map(({ subjectId }) => subjectId);
  return { ...plan, left };
}

async function byId(tx: Tx, actor: Actor, ids: readonly string[]) {
  return new Map((await peopleByIds(tx, actor, ids)).map((person) => [person.id, person]));
}
