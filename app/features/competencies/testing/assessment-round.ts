import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { type AssessmentInput, assessmentInput } from "../assessments/setup/assessment-input.ts";
import { tickAssessed } from "../assessments/setup/choose-assessed.server.ts";
import { createAssessment } from "../assessments/setup/create-assessment.server.ts";
import { launchAssessment } from "../assessments/setup/launch-assessment.server.ts";
import {
  type SheetInput,
  sheetInput,
  writeSheet,
} from "../assessments/sheets/write-sheet.server.ts";
import { assessedIn } from "../assessments/store/assessed-store.server.ts";
import { roundToRun } from "../assessments/store/assessment-reads.server.ts";
import { sheetsAbout } from "../assessments/store/sheet-store.server.ts";
import { concludeTalk } from "../assessments/talks/conclude-talk.server.ts";
import { type StepInput, stepInput, takeStep } from "../assessments/talks/take-step.server.ts";
import { talkPage } from "../assessments/talks/talk-page.server.ts";
import type { Part } from "../domain/assessments/placement.ts";
import { levelsPage } from "../levels/levels-page.server.ts";
import type { Crew } from "./crew.ts";

type Member = keyof Crew["people"];

/** A draft in which the crew's ana and bo are placed on mooring and pumps. */
export async function createRound(
  { platform }: TestDatabase,
  { home, people, framework }: Crew,
  { by = home.admin, of = ["ana", "bo"], ...told }: RoundTold = {},
): Promise<string> {
  const created = await createAssessment(
    platform,
    by,
    assessmentInput.parse({
      ...{ name: "Levels this spring", framework, which: "chosen", closesOn: "2026-03-31" },
      ...{ competencies: ["mooring", "pumps"], purposes: ["development", "staffing"], ...told },
    }),
  );
  if (!created.ok) throw new Error(JSON.stringify(created));
  const { id } = created.value;
  const shown = Object.values(people);
  const ticked = of.map((member) => people[member]);
  const chosen = await tickAssessed(platform, by, id, { shown, ticked });
  if (!chosen.ok) throw new Error(JSON.stringify(chosen));
  return id;
}

type RoundTold = Partial<AssessmentInput> & { by?: Actor; of?: readonly Member[] };

/** A round that runs, and who writes what in it. */
export async function launchRound(db: TestDatabase, crew: Crew, told: RoundTold = {}) {
  const id = await createRound(db, crew, told);
  const by = told.by ?? crew.home.admin;
  const inside = <T>(work: Parameters<typeof inOrganisation<T>>[2]) =>
    inOrganisation(db.platform, crew.home.admin, work);
  const round = await inside((tx) => roundToRun(tx, crew.home.admin, id));
  const launched = await launchAssessment(db.platform, by, id, { revision: round?.revision ?? 0 });
  if (!launched.ok) throw new Error(JSON.stringify(launched));
  const key = { organisationId: crew.home.organisationId, id };
  const assessed = await inside((tx) => assessedIn(tx, key));
  const subjectOf = (member: Member) => {
    const found = assessed.find(({ personId }) => personId === crew.people[member]);
    if (!found) throw new Error(`${member} is not assessed`);
    return found.subjectId;
  };
  const sheetOf = async (member: Member, part: Part) => {
    const subjectId = subjectOf(member);
    const sheets = await inside((tx) => sheetsAbout(tx, key, [subjectId]));
    const found = sheets.get(subjectId)?.find((sheet) => sheet.part === part);
    if (!found) throw new Error(`no sheet of ${member} as ${part}`);
    return found;
  };
  /** Writes a sheet, by level of mooring and pumps, and sends it unless told. */
  const write = async (
    actor: Actor,
    member: Member,
    part: Part,
    levels: (number | "cant-say" | undefined)[],
    intent: SheetInput["intent"] = "send",
  ) => {
    const { id: sheetId, revision } = await sheetOf(member, part);
    const placements = ["mooring", "pumps"].map((competency, at) => ({
      ...{ competency, level: levels[at], words: "" },
    }));
    return writeSheet(
      db.platform,
      actor,
      sheetId,
      sheetInput.parse({ placements, revision, intent }),
    );
  };
  return { id, subjectOf, sheetOf, write, inside };
}

/** What is done to ana's assessment, by whoever. */
export function anasTalk(
  { platform }: TestDatabase,
  { as, people, framework }: Crew,
  round: Awaited<ReturnType<typeof launchRound>>,
) {
  const about = () => round.subjectOf("ana");
  return {
    talk: (actor: Actor) => talkPage(platform, actor, about()),
    step: (actor: Actor, told: Partial<StepInput>) => {
      const input = stepInput.parse({ competency: "pumps", step: "propose", ...told });
      return takeStep(platform, actor, about(), input);
    },
    conclude: (actor: Actor) => concludeTalk(platform, actor, about()),
    bothSend: async () => {
      await round.write(as.ana, "ana", "self", [2, 1]);
      await round.write(as.boss, "ana", "manager", [2, 3]);
    },
    /** Her levels as somebody reads them: of each competency what counts, and how much there is. */
    levels: async (actor: Actor) => {
      const page = await levelsPage(platform, actor, people.ana, framework);
      return (page?.levels ?? []).map(({ competency, evidence }) => ({
        competency: competency.id,
        counts: evidence.filter((each) => each.counts).map(({ source, level }) => [source, level]),
        all: evidence.length,
      }));
    },
  };
}
