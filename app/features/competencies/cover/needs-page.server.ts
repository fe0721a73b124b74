import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import { monthsAfter } from "~/platform/calendar/days.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { countingEvidence } from "../domain/counting-evidence.ts";
import type { NeedsGrouping, NeedsQuery } from "../domain/cover/needs-query.ts";
import { type ClosedGap, closedGaps, trainingNeeds } from "../domain/cover/training-needs.ts";
import type { EvidenceSource } from "../domain/evidence.ts";
import type { HatTone } from "../domain/hat-tone.ts";
import { askedLevel } from "../domain/tables/needed.ts";
import { evidenceAbout } from "../ledger/evidence-reads.server.ts";
import { levelCarrier } from "../levels/level-carrier.server.ts";
import { tableLevels } from "../levels/table-levels.server.ts";
import { type SheetShown, sheetShown } from "../matrix/sheet-shown.server.ts";
import {
  type SheetPerson,
  type SheetWithNeeds,
  sheetWithNeeds,
} from "../matrix/skills-sheet.server.ts";
import { chosenColumns } from "../matrix/table-order.server.ts";

type Named = { id: string; name: string };

export type NeedRow = {
  competency: { id: string; name: string; tone: HatTone };
  missing: number;
  short: Named[];
  shortMore: number;
  open: number;
  met: number;
  notAssessed: number;
};

export type NeedsPage = SheetShown & {
  level: number;
  people: number;
  /** The largest needs first in each; a group in which nothing is missing is one too. */
  parts: { key: string; name: string | null; people: number; rows: NeedRow[]; more: number }[];
  partsMore: number;
  since: string;
  closed: ClosedShown[];
  closedMore: number;
};

export type ClosedShown = {
  person: Named;
  competency: string;
  needed: number;
  /** What was said since and counts: the evidence that closed it. */
  by: { id: string; source: EvidenceSource; title: string; saidOn: string }[];
};

const MOST_NAMES = 6;
/** Where there are several groups, so many needs of each. */
const ROWS_OF_PART = 5;
const MOST_PARTS = 40;
const MOST_CLOSED = 50;

/** What people need training in, and which gaps closed since a day, with the evidence that closed them. */
export async function needsPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  query: NeedsQuery,
): Promise<NeedsPage | "nobody" | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const sheet = await sheetWithLevel(platform, tx, actor, query);
    if (sheet === null || sheet === "nobody") return sheet;
    const { people, today, level } = sheet;
    const parts = await partsOf(tx, actor, sheet, query);
    const since = query.since === "" || query.since > today ? monthsAfter(today, -12) : query.since;
    const closed = await closedSince(platform, tx, actor, sheet, since);
    return {
      ...(await sheetShown(tx, actor, sheet)),
      ...{ level, people: people.length, since },
      parts: parts.slice(0, MOST_PARTS),
      partsMore: Math.max(0, parts.length - MOST_PARTS),
      closed: await closedShown(tx, actor, sheet, since, closed.slice(0, MOST_CLOSED)),
      closedMore: Math.max(0, closed.length - MOST_CLOSED),
    };
  });
}

type LevelledSheet = SheetWithNeeds & { level: number };

/** Training is needed to some level: where no role says one and nobody chose one, to the usual. */
async function sheetWithLevel(
  platform: Pick<Platform, "database" | "clock">,
  tx: Tx,
  actor: Actor,
  query: NeedsQuery,
): Promise<LevelledSheet | "nobody" | null> {
  const asked = { ...query, search: "" };
  const sheet = await sheetWithNeeds(platform, tx, actor, asked);
  if (sheet === null || sheet === "nobody") return sheet;
  const level = askedLevel(query.level, sheet.framework.levels.length);
  return { ...sheet, level, neededBy: sheet.neededWith(level) };
}

async function partsOf(
  tx: Tx,
  actor: Actor,
  sheet: SheetWithNeeds,
  { by, group }: NeedsQuery,
): Promise<NeedsPage["parts"]> {
  const columns = chosenColumns(sheet.columns, group);
  const byPart = [...Map.groupBy(sheet.people, (person) => partOf(person, by))];
  const leads = by === "manager" ? byPart.flatMap(([key]) => key ?? []) : [];
  const names = await namesOfPeople(tx, actor, leads);
  const known = new Map(sheet.everybody.map((person) => [person.id, person.name]));
  const named = (ids: readonly string[]) =>
    ids.slice(0, MOST_NAMES).map((id) => ({ id, name: known.get(id) ?? "" }));
  const parts = byPart.map(([key, people]) => {
    const needs = trainingNeeds(people, columns, sheet.levels, sheet.neededBy);
    const shown = by === "organisation" ? needs : needs.slice(0, ROWS_OF_PART);
    return {
      key: key ?? "",
      name: key === null ? null : (names.get(key) ?? key),
      people: people.length,
      missing: needs.reduce((sum, each) => sum + each.missing, 0),
      more: needs.length - shown.length,
      rows: shown.flatMap(({ competency, missing, short, open, met, notAssessed }): NeedRow[] => {
        const column = columns.find(({ id }) => id === competency);
        if (!column) return [];
        const { id, name, tone } = column;
        return [
          {
            ...{ competency: { id, name, tone }, missing, met },
            ...{ short: named(short), shortMore: Math.max(0, short.length - MOST_NAMES) },
            ...{ open, notAssessed },
          },
        ];
      }),
    };
  });
  return parts
    .sort((one, other) => other.missing - one.missing)
    .map(({ missing: _, ...part }) => part);
}

function partOf({ department, managerId, jobTitle }: SheetPerson, by: NeedsGrouping) {
  switch (by) {
    case "department":
      return department;
    case "manager":
      return managerId;
    case "role":
      return jobTitle;
    default:
      return null;
  }
}

async function closedSince(
  platform: Pick<Platform, "database" | "clock">,
  tx: Tx,
  actor: Actor,
  { framework, people, levels, neededBy, today }: SheetWithNeeds,
  since: string,
): Promise<ClosedGap[]> {
  if (since >= today) return [];
  const view = { ...framework, levels: framework.levels.length };
  const before = await tableLevels(platform, tx, actor, view, since);
  return closedGaps(people, before.levels, levels, neededBy);
}

async function closedShown(
  tx: Tx,
  actor: Actor,
  { framework, today, everybody, columns }: SheetWithNeeds,
  since: string,
  closed: readonly ClosedGap[],
): Promise<ClosedShown[]> {
  const people = [...new Set(closed.map(({ personId }) => personId))];
  if (people.length === 0) return [];
  const asked = { framework: framework.framework, people };
  const all = await evidenceAbout(tx, actor, { ...asked, purpose: "staffing" });
  const carry = await levelCarrier(tx, actor, framework.framework, framework.version);
  const names = new Map(everybody.map(({ id, name }) => [id, name]));
  const byPerson = Map.groupBy(all, ({ personId }) => personId);
  return closed.map(({ personId, competency, needed }) => {
    const own = (byPerson.get(personId) ?? []).filter((each) =>
      carry(each).some((to) => to.competency === competency),
    );
    return {
      person: { id: personId, name: names.get(personId) ?? "" },
      competency: columns.find(({ id }) => id === competency)?.name ?? "",
      needed,
      by: countingEvidence(own, today)
        .filter(({ saidOn }) => saidOn > since)
        .map(({ id, source, title, saidOn }) => ({ id, source, title, saidOn })),
    };
  });
}
