import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { coverTable, namedCover } from "../domain/cover/cover-figures.ts";
import { oldUntil } from "../domain/level-age.ts";
import { dayNumber } from "../domain/table-level.ts";
import { packCells } from "../domain/tables/cells.ts";
import type { MatrixQuery } from "../domain/tables/matrix-query.ts";
import { askedLevel, countNeeded } from "../domain/tables/needed.ts";
import { type PageOfRows, pageOfRows, partOfColumns } from "../domain/tables/page-of-rows.ts";
import { type Panel, personPanel } from "./person-panel.server.ts";
import { type SheetShown, sheetShown } from "./sheet-shown.server.ts";
import { type SheetColumn, type SheetWithNeeds, sheetWithNeeds } from "./skills-sheet.server.ts";
import { chosenColumns, type OrderedPerson, orderedPeople } from "./table-order.server.ts";

export type MatrixRow = {
  id: string;
  name: string;
  jobTitle: string | null;
  group: string | null;
  /** `unpackCells` reads them. */
  cells: number[];
};

export type MatrixPage = SheetShown & {
  columns: Pick<SheetColumn, "id" | "name" | "tone">[];
  part: { part: number; parts: number; of: number };
  rows: MatrixRow[];
  place: PageOfRows;
  shown: number;
  everybody: number;
  /** Who could stand in, by column, at the level that is asked for. */
  cover: { level: number; could: { count: number; only: string | null }[] };
  findings: {
    /** Competencies that one alone is probably at level in. */
    alone: { competency: string; person: string; nearest: string[] }[];
    aloneMore: number;
    /** People all of whose evidence here is more than two years old, of those with any. */
    old: { people: number; of: number };
    nothingKnown: number;
  };
  hasNeeds: boolean;
  panel: Panel | null;
};

const FINDINGS = 2;

/**
 * A page of the table of people by competency. "nobody" for whoever leads nobody; null for a framework or a person
 * that is not there for the actor.
 */
export async function matrixPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  query: MatrixQuery,
): Promise<MatrixPage | "nobody" | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const sheet = await sheetWithNeeds(platform, tx, actor, query);
    if (sheet === null || sheet === "nobody") return sheet;
    const chosen = chosenColumns(sheet.columns, query.group);
    const panel = query.person === "" ? null : await personPanel(tx, actor, sheet, chosen, query);
    if (query.person !== "" && !panel) return null;
    const ordered = orderedPeople(sheet, chosen, query);
    const { part, parts, columns } = partOfColumns(chosen, query.part);
    const place = pageOfRows(ordered.length, columns.length, query.page);
    return {
      ...(await sheetShown(tx, actor, sheet)),
      columns: columns.map(({ id, name, tone }) => ({ id, name, tone })),
      part: { part, parts, of: chosen.length },
      rows: await rowsOf(tx, actor, sheet, columns, ordered.slice(place.sent.from, place.sent.to)),
      place,
      shown: ordered.length,
      everybody: sheet.everybody.length,
      ...figures(sheet, chosen, columns, query.level),
      hasNeeds: hasNeeds(sheet, chosen),
      panel,
    };
  });
}

/** Whether anybody needs anything of these competencies. */
function hasNeeds({ people, neededBy }: SheetWithNeeds, columns: readonly SheetColumn[]): boolean {
  const neededIn = countNeeded(new Set(columns.map(({ id }) => id)), neededBy);
  return people.some(({ id }) => neededIn(id) > 0);
}

async function rowsOf(
  tx: Tx,
  actor: Actor,
  { levels, neededBy, today }: SheetWithNeeds,
  columns: readonly SheetColumn[],
  people: readonly OrderedPerson[],
): Promise<MatrixRow[]> {
  const managers = people.flatMap(({ groupKey, managerId }) =>
    groupKey !== null && groupKey === managerId ? [groupKey] : [],
  );
  const names = await namesOfPeople(tx, actor, [...new Set(managers)]);
  return people.map(({ id, name, jobTitle, groupKey }) => {
    const own = levels.get(id);
    const cells = columns.map((column) => ({
      level: own?.get(column.id),
      needed: neededBy(id, column.id),
    }));
    const group = groupKey === null ? null : (names.get(groupKey) ?? groupKey);
    return { id, name, jobTitle, group, cells: packCells(cells, today) };
  });
}

function figures(
  { people, levels, framework, today }: SheetWithNeeds,
  chosen: readonly SheetColumn[],
  columns: readonly SheetColumn[],
  asked: number,
): Pick<MatrixPage, "cover" | "findings"> {
  const level = askedLevel(asked, framework.levels.length);
  const table = coverTable({ people, competencies: chosen, levels, level, there: 1 });
  const cover = namedCover(table);
  const nameOf = (person: number | null) =>
    person === null ? null : (people[person]?.name ?? null);
  const alone = cover.flatMap(({ skill, onlyOne, nearest }) => {
    const person = nameOf(onlyOne);
    const competency = chosen[skill]?.name;
    if (person === null || competency === undefined) return [];
    return [
      {
        competency,
        person,
        nearest: nearest.slice(0, 2).flatMap((each) => nameOf(each.person) ?? []),
      },
    ];
  });
  const shown = new Set(columns.map(({ id }) => id));
  const { known, old } = knownAndOld(people, levels, shown, today);
  return {
    cover: {
      level,
      could: cover.flatMap(({ skill, atLevel, onlyOne }) =>
        shown.has(chosen[skill]?.id ?? "") ? [{ count: atLevel, only: nameOf(onlyOne) }] : [],
      ),
    },
    findings: {
      alone: alone.slice(0, FINDINGS),
      aloneMore: Math.max(0, alone.length - FINDINGS),
      old: { people: old, of: known },
      nothingKnown: people.length - known,
    },
  };
}

/** Of how many people something is known, and of how many of these nothing newer than two years. */
function knownAndOld(
  people: SheetWithNeeds["people"],
  levels: SheetWithNeeds["levels"],
  shown: ReadonlySet<string>,
  today: string,
): { known: number; old: number } {
  let [known, old] = [0, 0];
  const last = dayNumber(oldUntil(today));
  for (const { id } of people) {
    let newest = 0;
    const own = levels.get(id);
    for (let at = 0; own && at < own.size; at++)
      if (own.newestAt(at) > newest && shown.has(own.competencyAt(at))) newest = own.newestAt(at);
    if (newest === 0) continue;
    known += 1;
    if (newest <= last) old += 1;
  }
  return { known, old };
}
