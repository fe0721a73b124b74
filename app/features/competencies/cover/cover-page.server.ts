import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { coverAfter, type TeamChange } from "../domain/cover/changes.ts";
import {
  byWeakness,
  coverTable,
  type NamedCover,
  namedCover,
  oldByCompetency,
} from "../domain/cover/cover-figures.ts";
import type { CoverQuery } from "../domain/cover/cover-query.ts";
import { standInsFor } from "../domain/cover/stand-ins.ts";
import type { HatTone } from "../domain/hat-tone.ts";
import { askedLevel } from "../domain/tables/needed.ts";
import { type SheetShown, sheetShown } from "../matrix/sheet-shown.server.ts";
import {
  type SheetColumn,
  type SheetPerson,
  type SkillsSheet,
  skillsSheet,
} from "../matrix/skills-sheet.server.ts";
import { chosenColumns } from "../matrix/table-order.server.ts";

/** Somebody behind a figure, with what is known of them. */
export type NamedPerson = {
  id: string;
  name: string;
  estimate: number;
  lower: number;
  upper: number;
};

export type CoverRow = {
  competency: { id: string; name: string; tone: HatTone };
  nobody: number;
  mean: number;
  counts: readonly number[];
  atLevel: number;
  holders: NamedPerson[];
  holdersMore: number;
  nearest: NamedPerson[];
  assessed: number;
  notAssessed: number;
  /** Of those assessed, on how many nothing newer than two years is known. */
  old: number;
};

export type Figures = Pick<CoverRow, "nobody" | "mean" | "atLevel">;

export type CoverPage = SheetShown & {
  level: number;
  people: { id: string; name: string }[];
  /** Of the team whom forms offer; none where there are too many to choose from. */
  choices: { team: Choice[]; elsewhere: Choice[]; competencies: Choice[] };
  rows: CoverRow[];
  whatIf: {
    changes: { change: TeamChange; person: string | null; competency: string | null }[];
    /** Of changes that are about nobody of the team, or no competency. */
    unknown: number;
    rows: { competency: string; before: Figures; after: Figures }[];
  };
  standIns: StandInsShown | null;
};

type Choice = { value: string; label: string };

export type StandInsShown = {
  person: { id: string; name: string };
  needs: string[];
  people: { id: string; name: string; could: string[]; missing: string[]; notAssessed: string[] }[];
  more: number;
};

const MOST_STAND_INS = 10;
/** A list to choose from has so many people at most; from more one narrows down first. */
const MOST_CHOICES = 500;

/** How well the competencies of some people are covered, who could stand in for whom, and what would change it. */
export async function coverPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  query: CoverQuery,
): Promise<CoverPage | "nobody" | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const sheet = await skillsSheet(platform, tx, actor, { ...query, search: "" });
    if (sheet === null || sheet === "nobody") return sheet;
    const columns = chosenColumns(sheet.columns, query.group);
    const { framework, people, levels } = sheet;
    const level = askedLevel(query.level, framework.levels.length);
    const asked = { competencies: columns, levels, level, there: query.there / 100 };
    const table = coverTable({ ...asked, people });
    const cover = namedCover(table);
    const old = oldByCompetency(people, levels, sheet.today);
    const standIn = people.findIndex(({ id }) => id === query.standin);
    if (query.standin !== "" && standIn < 0) return null;
    return {
      ...(await sheetShown(tx, actor, sheet)),
      level,
      people: people.length > MOST_CHOICES ? [] : people.map(({ id, name }) => ({ id, name })),
      choices: choicesOf(sheet, columns),
      rows: cover.toSorted(byWeakness).map((each) => coverRow(each, sheet, columns, old)),
      whatIf: whatIfOf(query.changes, sheet, columns, asked),
      standIns: standIn < 0 ? null : standInsOf(table, standIn, people, columns),
    };
  });
}

function coverRow(
  { skill, nobody, mean, counts, atLevel, holders, nearest, assessed, notAssessed }: NamedCover,
  { people, levels }: SkillsSheet,
  columns: readonly SheetColumn[],
  old: ReadonlyMap<string, number>,
): CoverRow {
  const column = columns[skill];
  if (!column) throw new Error(`no competency ${skill}`);
  const named = (list: NamedCover["holders"]): NamedPerson[] =>
    list.flatMap(({ person }) => {
      const found = people[person];
      const level = found && levels.get(found.id)?.get(column.id);
      if (!found || !level) return [];
      const { estimate, lower, upper } = level;
      return [{ id: found.id, name: found.name, estimate, lower, upper }];
    });
  return {
    competency: { id: column.id, name: column.name, tone: column.tone },
    ...{ nobody, mean, counts, atLevel, assessed, notAssessed },
    holders: named(holders),
    holdersMore: atLevel - holders.length,
    nearest: named(nearest),
    old: old.get(column.id) ?? 0,
  };
}

function choicesOf(
  { people, everybody }: SkillsSheet,
  columns: readonly SheetColumn[],
): CoverPage["choices"] {
  const own = new Set(people.map(({ id }) => id));
  const elsewhere = everybody.filter(({ id }) => !own.has(id));
  const offered = (list: readonly SheetPerson[]) =>
    list.length > MOST_CHOICES ? [] : list.map(({ id, name }) => ({ value: id, label: name }));
  return {
    team: offered(people),
    elsewhere: offered(elsewhere),
    competencies: columns.map(({ id, name }) => ({ value: id, label: name })),
  };
}

type Asked = Omit<Parameters<typeof coverTable>[0], "people">;

function whatIfOf(
  changes: readonly TeamChange[],
  { people, everybody, levels }: SkillsSheet,
  columns: readonly SheetColumn[],
  asked: Asked,
): CoverPage["whatIf"] {
  if (changes.length === 0) return { changes: [], unknown: 0, rows: [] };
  const rowOf = new Map(people.map(({ id }, at) => [id, at]));
  const columnOf = new Map(columns.map(({ id }, at) => [id, at]));
  const known = new Map(everybody.map(({ id, name }) => [id, name]));
  const { changed, unknown } = coverAfter(
    coverTable({ ...asked, people }),
    changes,
    {
      person: (id) => rowOf.get(id),
      competency: (id) => columnOf.get(id),
      elsewhere: (id) =>
        known.has(id) && !rowOf.has(id)
          ? [...coverTable({ ...asked, levels, people: [{ id }] }).chances]
          : undefined,
    },
    asked.level,
  );
  const nameOf = (id: string) => columns.find((each) => each.id === id)?.name ?? null;
  return {
    changes: changes
      .filter((change) => !unknown.includes(change))
      .map((change) => ({
        change,
        person: "person" in change ? (known.get(change.person) ?? null) : null,
        competency: "competency" in change ? nameOf(change.competency) : null,
      })),
    unknown: unknown.length,
    rows: changed.map(({ skill, before, after }) => ({
      competency: columns[skill]?.name ?? "",
      before: figuresOf(before),
      after: figuresOf(after),
    })),
  };
}

const figuresOf = ({ nobody, mean, atLevel }: Figures): Figures => ({ nobody, mean, atLevel });

function standInsOf(
  table: ReturnType<typeof coverTable>,
  row: number,
  people: readonly SheetPerson[],
  columns: readonly SheetColumn[],
): StandInsShown | null {
  const person = people[row];
  if (!person) return null;
  const { needs, standIns } = standInsFor(table, row);
  const names = (skills: readonly number[]) =>
    skills.flatMap((skill) => columns[skill]?.name ?? []);
  return {
    person: { id: person.id, name: person.name },
    needs: names(needs),
    people: standIns
      .slice(0, MOST_STAND_INS)
      .flatMap(({ person: at, could, missing, notAssessed }) => {
        const found = people[at];
        return found
          ? [
              {
                ...{ id: found.id, name: found.name, could: names(could) },
                ...{ missing: names(missing), notAssessed: names(notAssessed) },
              },
            ]
          : [];
      }),
    more: Math.max(0, standIns.length - MOST_STAND_INS),
  };
}
