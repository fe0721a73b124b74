import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayBeCalibrated } from "../../domain/assessments/assessment-readers.ts";
import { type Leniency, leniencyOf } from "../../domain/assessments/leniency.ts";
import { placed } from "../../domain/assessments/placement.ts";
import { assessedIn } from "../store/assessed-store.server.ts";
import { roundToRun } from "../store/assessment-reads.server.ts";
import { calibrationsOf } from "../store/calibration-store.server.ts";
import { sheetsAbout } from "../store/sheet-store.server.ts";

export type CalibrationPage = {
  round: { id: string; name: string };
  levels: string[];
  competencies: { id: string; name: string }[];
  /** How high whoever leads others places them. */
  assessors: (Leniency & { name: string })[];
  /** People whose manager has sent a sheet, with where they are placed. */
  people: {
    subjectId: string;
    name: string;
    manager: string;
    levels: Record<string, number>;
    /** Whether something of it can be changed still. */
    isOpen: boolean;
  }[];
  /** How many sheets of managers are not there yet. */
  awaited: number;
  changes: {
    id: string;
    name: string;
    competency: string;
    before: number;
    after: number;
    reason: string;
    decidedOn: string;
  }[];
};

/**
 * Where managers placed people, beside each other, for whoever runs a round that was told to be for more than people's
 * own development. Nobody's own row is on it, and nothing of what people said of themselves.
 */
export async function calibrationPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  roundId: string,
): Promise<CalibrationPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const round = await roundToRun(tx, actor, roundId);
    if (!round || round.state === "draft" || !mayBeCalibrated(round.purposes)) return null;
    const framework = await levelledFrameworkOf(tx, actor, round.framework, round.version);
    if (!framework) throw new Error("a round of assessments without its framework");
    const all = await assessedIn(tx, { organisationId: actor.organisationId, id: roundId });
    const others = all.filter(({ personId }) => personId !== actor.personId);
    const ids = others.map(({ subjectId }) => subjectId);
    const sheets = await sheetsAbout(tx, actor, ids);
    const byManager = others.map((assessed) => ({
      assessed,
      sheet: (sheets.get(assessed.subjectId) ?? []).find(({ part }) => part === "manager"),
    }));
    const sent = byManager.flatMap(({ assessed, sheet }) => {
      if (!sheet || sheet.sentOn === null) return [];
      const levels = Object.entries(placed(sheet.levels)).flatMap(
        ([id, { level }]): [string, number][] => (level === null ? [] : [[id, level]]),
      );
      return [{ assessed, authorId: sheet.authorId, levels }];
    });
    const authors = [...new Set(sent.flatMap(({ authorId }) => authorId ?? []))];
    const names = await namesOfPeople(tx, actor, authors);
    const given = sent.flatMap(({ authorId, levels }) =>
      authorId === null || levels.length === 0
        ? []
        : [{ assessorId: authorId, mean: meanOf(levels.map(([, level]) => level)) }],
    );
    const asked = new Set(others.flatMap(({ competencies }) => competencies));
    const nameOf = new Map(others.map(({ subjectId, name }) => [subjectId, name]));
    return {
      round: { id: roundId, name: round.name },
      levels: framework.levels.map(({ name }) => name),
      competencies: framework.competencies.flatMap(({ id, name }) =>
        asked.has(id) ? [{ id, name }] : [],
      ),
      assessors: leniencyOf(given)
        .map((each) => ({ ...each, name: names.get(each.assessorId) ?? "" }))
        .sort((one, other) => other.mean - one.mean),
      people: sent.map(({ assessed, authorId, levels }) => ({
        ...{ subjectId: assessed.subjectId, name: assessed.name },
        manager: names.get(authorId ?? "") ?? "",
        levels: Object.fromEntries(levels),
        isOpen: round.state === "collecting" && assessed.concludedOn === null,
      })),
      awaited: byManager.filter(({ sheet }) => sheet && sheet.sentOn === null).length,
      changes: (await calibrationsOf(tx, actor, ids)).map(({ subjectId, ...change }) => ({
        ...change,
        name: nameOf.get(subjectId) ?? "",
      })),
    };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
