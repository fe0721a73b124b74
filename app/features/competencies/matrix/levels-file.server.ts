import { chanceOfMeeting } from "@twohats/psychometrics";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CsvCell } from "~/platform/tables/write-csv.server.ts";
import type { Sheet } from "~/platform/tables/write-xlsx.server.ts";
import type { MatrixQuery } from "../domain/tables/matrix-query.ts";
import { sheetWithNeeds } from "./skills-sheet.server.ts";
import { chosenColumns, orderedPeople } from "./table-order.server.ts";

/** A workbook has so many rows at most: what is larger is narrowed down first, and nothing is left out unsaid. */
export const MOST_ROWS_IN_FILE = 200_000;

const rounded = (value: number) => Math.round(value * 100) / 100;

/**
 * What the table shows, all pages and parts of it, in its order: a row for each person and competency with how sure it
 * is, from what and how old. Not assessed is written out and has no number. null where there is no such table for the
 * actor; "too-large" when it has more rows than a file.
 */
export async function levelsFile(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  query: MatrixQuery,
): Promise<Sheet | "too-large" | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const sheet = await sheetWithNeeds(platform, tx, actor, query);
    if (sheet === null || sheet === "nobody") return null;
    const columns = chosenColumns(sheet.columns, query.group);
    const people = orderedPeople(sheet, columns, query);
    if (people.length * columns.length > MOST_ROWS_IN_FILE) return "too-large";
    const t = readerTexts().getFixedT(null, ["skills", "competencies"]);
    const rows = people.flatMap(({ id, name, jobTitle, department }) =>
      columns.map((column): CsvCell[] => {
        const level = sheet.levels.get(id)?.get(column.id);
        const needed = sheet.neededBy(id, column.id)?.level ?? null;
        const whose = [name, jobTitle ?? "", department ?? "", column.name];
        if (!level)
          return [...whose, null, null, null, needed, null, "", "", t("file.notAssessed")];
        const { estimate, lower, upper, newestOn, sources } = level;
        return [
          ...[...whose, rounded(estimate), rounded(lower), rounded(upper), needed],
          needed === null ? null : rounded(chanceOfMeeting(level, needed)),
          ...[newestOn, sources.map((each) => t(`competencies:source.${each}`)).join(", ")],
          t("file.assessed"),
        ];
      }),
    );
    return {
      title: sheet.framework.name,
      columns: COLUMNS.map((column) => t(`file.columns.${column}`)),
      rows,
      width: (index) => (index === 0 || index === 3 ? 28 : 16),
    };
  });
}

const COLUMNS = [
  ...(["name", "jobTitle", "department", "competency", "level", "lower", "upper"] as const),
  ...(["needed", "chance", "newest", "sources", "known"] as const),
] as const;
