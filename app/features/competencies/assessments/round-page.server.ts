import { levelledFrameworkOf, levelledFrameworks } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople, organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayBeCalibrated } from "../domain/assessments/assessment-readers.ts";
import { type LaunchObstacle, launchObstacles } from "../domain/assessments/launch-plan.ts";
import type { Part } from "../domain/assessments/placement.ts";
import { plannedLaunch } from "./setup/launch-plan.server.ts";
import { assessedIn } from "./store/assessed-store.server.ts";
import { type AssessmentRound, roundToRun } from "./store/assessment-reads.server.ts";
import { sheetsAbout } from "./store/sheet-store.server.ts";

/** How far one part of somebody's assessment is; who writes it, by name; null where nobody does. */
export type PartShown = { by: string; isSent: boolean } | null;

export type RoundPage = {
  round: AssessmentRound;
  framework: { name: string; levels: number };
  /** What everybody is placed on; null: what each one's roles need. */
  chosen: string[] | null;
  people: {
    subjectId: string;
    name: string;
    department: string | null;
    parts: Record<Part, PartShown>;
    concludedOn: string | null;
  }[];
  counts: { sheets: number; sent: number; concluded: number };
  /** What would happen if it began now; null once it has. */
  plan: {
    obstacles: LaunchObstacle[];
    people: number;
    assessors: number;
    without: string[];
    alone: string[];
    tooMany: string[];
  } | null;
  mayCalibrate: boolean;
  isOverdue: boolean;
};

/** A round of assessments, for whoever runs it: who is how far, and of a draft what would happen. */
export async function roundPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  roundId: string,
): Promise<RoundPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const round = await roundToRun(tx, actor, roundId);
    if (!round) return null;
    const key = { organisationId: actor.organisationId, id: roundId };
    const framework = await levelledFrameworkOf(tx, actor, round.framework, round.version);
    if (!framework) throw new Error("a round of assessments without its framework");
    const all = await assessedIn(tx, key);
    const sheets = await sheetsAbout(
      tx,
      actor,
      all.map(({ subjectId }) => subjectId),
    );
    const flat = [...sheets.values()].flat();
    const named = [...flat.map(({ authorId }) => authorId), ...all.map((each) => each.secondId)];
    const names = await namesOfPeople(tx, actor, [...new Set(named.flatMap((id) => id ?? []))]);
    const today = todayFor(platform, await organisationZone(tx, actor));
    const isDraft = round.state === "draft";
    const half = { ...round, launchedOn: null };
    const plan = isDraft ? await plannedLaunch(tx, actor, { ...key, ...half }, today) : null;
    const known = new Map(framework.competencies.map(({ id, name }) => [id, name]));
    return {
      round,
      framework: { name: framework.name, levels: framework.levels.length },
      chosen: round.competencies?.map((id) => known.get(id) ?? id) ?? null,
      people: all.map(({ subjectId, name, department, concludedOn, secondId }) => {
        const own = sheets.get(subjectId) ?? [];
        const part = (wanted: Part): PartShown => {
          const sheet = own.find((each) => each.part === wanted);
          if (!sheet) return null;
          const by = names.get(sheet.authorId ?? "") ?? "";
          return { by, isSent: sheet.sentOn !== null };
        };
        const drafted = isDraft && secondId !== null;
        const second = drafted ? { by: names.get(secondId) ?? "", isSent: false } : part("second");
        const parts = { self: part("self"), manager: part("manager"), second };
        return { subjectId, name, department, concludedOn, parts };
      }),
      counts: {
        sheets: flat.length,
        sent: flat.filter(({ sentOn }) => sentOn !== null).length,
        concluded: all.filter(({ concludedOn }) => concludedOn !== null).length,
      },
      plan: plan && {
        obstacles: launchObstacles(plan, { closesOn: round.closesOn, today }),
        people: plan.placed.length,
        assessors: new Set(plan.sheets.map(({ authorId }) => authorId)).size,
        without: plan.without.map(({ name }) => name),
        alone: plan.alone.map(({ name }) => name),
        tooMany: plan.tooMany.map(({ name }) => name),
      },
      mayCalibrate: !isDraft && mayBeCalibrated(round.purposes),
      isOverdue: round.state === "collecting" && (round.closesOn ?? today) < today,
    };
  });
}

export type SetupPage = {
  frameworks: { framework: string; name: string }[];
  framework: { framework: string; name: string; groups: GroupOfCompetencies[]; count: number };
};
type GroupOfCompetencies = { name: string | null; competencies: { id: string; name: string }[] };

/** What a round may be set up with: the frameworks there are, and one of them with its competencies. */
export async function setupPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  wanted: string | null,
): Promise<SetupPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const frameworks = await levelledFrameworks(tx, actor);
    const chosen = frameworks.find(({ framework }) => framework === wanted) ?? frameworks[0];
    const found =
      chosen && (await levelledFrameworkOf(tx, actor, chosen.framework, chosen.version));
    if (!found) return null;
    const groups = Map.groupBy(found.competencies, ({ group }) => group);
    return {
      frameworks: frameworks.map(({ framework, name }) => ({ framework, name })),
      framework: {
        ...{ framework: found.framework, name: found.name, count: found.competencies.length },
        groups: [...groups].map(([name, own]) => ({
          name,
          competencies: own.map(({ id, name: called }) => ({ id, name: called })),
        })),
      },
    };
  });
}
