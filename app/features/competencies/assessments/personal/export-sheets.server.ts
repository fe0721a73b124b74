import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RecordPart } from "~/platform/feature/personal.ts";
import { parts } from "../../domain/assessments/placement.ts";
import { assessedByIds } from "../store/assessed-store.server.ts";
import { roundsByIds } from "../store/assessment-reads.server.ts";
import { sheetsBy } from "../store/sheet-store.server.ts";

/** Where somebody placed themselves and others, as they wrote it. */
export async function exportedSheets(tx: Tx, scope: OrganisationScope, personId: string) {
  const sheets = await sheetsBy(tx, scope, personId);
  const about = new Map(
    (
      await assessedByIds(
        tx,
        scope,
        sheets.map(({ subjectId }) => subjectId),
      )
    ).map((each) => [each.subjectId, each]),
  );
  const ids = [...new Set([...about.values()].map(({ roundId }) => roundId))];
  const rounds = await roundsByIds(tx, scope, ids);
  const exported = [];
  for (const { subjectId, part, levels, sentOn } of sheets) {
    const assessed = about.get(subjectId);
    const round = assessed && rounds.get(assessed.roundId);
    if (!assessed || !round) continue;
    const framework = await levelledFrameworkOf(tx, scope, round.framework, round.version);
    const known = new Map(framework?.competencies.map(({ id, name }) => [id, name]));
    exported.push({
      ...{ round: round.name, about: assessed.name, as: part, sentOn },
      placements: Object.entries(levels).map(([id, { level, words }]) => ({
        ...{ competency: known.get(id) ?? id, words },
        level: typeof level === "number" ? String(level) : null,
      })),
    });
  }
  return exported;
}

export const recordOfSheets: RecordPart = {
  title: "record-competencies:parts.assessments",
  labels: "record-competencies:assessments",
  fields: {
    round: "text",
    about: "text",
    as: { word: (part) => `assessments:part.${part}`, of: parts },
    sentOn: "day",
    placements: {
      title: "record-competencies:assessments.placements",
      labels: "record-competencies:placements",
      fields: { competency: "text", level: "text", words: "text" },
    },
  },
};
