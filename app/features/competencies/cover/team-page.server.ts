import { composeTeam, type TeamNeed, type TeamProposal } from "@twohats/psychometrics";
import type { Actor } from "~/features/identity/index.ts";
import { absencesFrom } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { coverTable } from "../domain/cover/cover-figures.ts";
import type { TeamQuery } from "../domain/cover/team-query.ts";
import { ageOf } from "../domain/level-age.ts";
import { PROBABLY } from "../domain/tables/gap.ts";
import { askedLevel } from "../domain/tables/needed.ts";
import { type SheetShown, sheetShown } from "../matrix/sheet-shown.server.ts";
import {
  type SheetColumn,
  type SheetPerson,
  type SkillsSheet,
  skillsSheet,
} from "../matrix/skills-sheet.server.ts";
import { mayWeighAbsences } from "../policy.ts";

export type MemberShown = {
  id: string;
  name: string;
  jobTitle: string | null;
  /** What they are on the team for, with how sure that is and how old. */
  brings: {
    competency: string;
    estimate: number;
    lower: number;
    upper: number;
    isOld: boolean;
    isProbable: boolean;
  }[];
  /** Of both hats, where these are to be complete: what else they are probably at level in. */
  also: string[];
};

export type ProposalShown = {
  members: MemberShown[];
  /** Whose place is taken in it; null in the first. */
  without: string | null;
  needs: { competency: string; people: number; filled: number; could: number }[];
  /** Of each hat, the competencies that nobody of the team is probably at level in. */
  hats: { name: string; missing: string[] }[];
  exact: boolean;
};

export type TeamPage = SheetShown & {
  level: number;
  competencies: { value: string; label: string }[];
  people: { value: string; label: string }[];
  hasHats: boolean;
  mayWeighAbsences: boolean;
  /** How many are away then, of how many; null where that isn't asked, or not for the actor to know. */
  away: { people: number; of: number } | null;
  proposals: ProposalShown[];
};

const MOST_CHOICES = 500;
/** From which chance on to meet what is needed somebody is worth asking. A convention of ours. */
const WORTH_ASKING = 0.1;

/**
 * Teams for a piece of work, several, each with what it rests on and what is missing; people decide. null for a
 * framework, a competency or a lead that is not there for the actor.
 */
export async function teamPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  query: TeamQuery,
): Promise<TeamPage | "nobody" | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const sheet = await skillsSheet(platform, tx, actor, { ...query, search: "", team: "" });
    if (sheet === null || sheet === "nobody") return sheet;
    const { framework, people } = sheet;
    const level = askedLevel(query.level, framework.levels.length);
    const free = await freePeople(tx, actor, query, people);
    const found = composed(query, sheet, level, free.people);
    if (!found) return null;
    return {
      ...(await sheetShown(tx, actor, sheet)),
      level,
      competencies: sheet.columns.map(({ id, name }) => ({ value: id, label: name })),
      people:
        people.length > MOST_CHOICES
          ? []
          : people.map(({ id, name }) => ({ value: id, label: name })),
      hasHats: framework.hats.length > 0,
      mayWeighAbsences: mayWeighAbsences(actor),
      away: free.away,
      proposals: found,
    };
  });
}

/** Who can be asked for some days. Nobody else than HR is told who is away, nor finds it out by asking. */
async function freePeople(
  tx: Tx,
  actor: Actor,
  { from, to }: TeamQuery,
  people: readonly SheetPerson[],
): Promise<{ people: readonly SheetPerson[]; away: TeamPage["away"] }> {
  if (!mayWeighAbsences(actor) || from === "") return { people, away: null };
  const until = to === "" || to < from ? from : to;
  const absences = await absencesFrom(tx, actor, from);
  const here = people.filter(
    ({ id }) => !(absences.get(id) ?? []).some(({ firstDay }) => firstDay <= until),
  );
  return { people: here, away: { people: people.length - here.length, of: people.length } };
}

function composed(
  query: TeamQuery,
  sheet: SkillsSheet,
  level: number,
  free: readonly SheetPerson[],
): ProposalShown[] | null {
  const { columns, people, levels } = sheet;
  const columnOf = new Map(columns.map(({ id }, at) => [id, at]));
  if (query.needs.some(({ competency }) => !columnOf.has(competency))) return null;
  const lead = people.findIndex(({ id }) => id === query.lead);
  if (query.lead !== "" && lead < 0) return null;
  const wanted = query.needs.map(
    ({ competency, people: count }): TeamNeed => ({
      skill: columnOf.get(competency) ?? 0,
      people: count,
    }),
  );
  const needs = [...wanted, ...(query.hats === "yes" ? hatNeeds(sheet, wanted) : [])];
  if (needs.length === 0) return [];
  const table = coverTable({ people, competencies: columns, levels, level, there: 1 });
  const freeIds = new Set(free.map(({ id }) => id));
  const chance = (person: number, skill: number) =>
    table.chances[person * table.skills + skill] ?? Number.NaN;
  const from = people.flatMap(({ id }, at) =>
    freeIds.has(id) && needs.some(({ skill }) => chance(at, skill) >= WORTH_ASKING) ? [at] : [],
  );
  const options = { size: query.size, from, ...(lead >= 0 ? { set: [lead] } : {}) };
  return composeTeam(table, needs, options).map((proposal) =>
    proposalShown(proposal, sheet, needs, wanted.length, chance),
  );
}

/** Each hat counts as much as one need, whatever the number of its competencies. */
function hatNeeds({ framework, columns }: SkillsSheet, wanted: readonly TeamNeed[]): TeamNeed[] {
  const said = new Set(wanted.map(({ skill }) => skill));
  return framework.hats.flatMap(({ key }) => {
    const own = columns.flatMap(({ hat }, at) => (hat === key && !said.has(at) ? [at] : []));
    return own.map((skill) => ({ skill, weight: 1 / own.length }));
  });
}

function proposalShown(
  { people: team, without, needs: filled, exact }: TeamProposal,
  { columns, people, levels, framework, today }: SkillsSheet,
  needs: readonly TeamNeed[],
  wanted: number,
  chance: (person: number, skill: number) => number,
): ProposalShown {
  const could = (skill: number) =>
    team.filter((person) => chance(person, skill) >= PROBABLY).length;
  // What both hats need beside the work would bury what the work needs; asked for alone, it is what is needed.
  const detailed = wanted === 0 ? needs.length : wanted;
  const asked = [...new Set(needs.slice(0, detailed).map(({ skill }) => skill))];
  const others = [...new Set(needs.slice(detailed).map(({ skill }) => skill))];
  const brings = (person: number, { id }: SheetPerson) =>
    asked.flatMap((skill) => {
      const column = columns[skill];
      const level = column && levels.get(id)?.get(column.id);
      if (!level || !(chance(person, skill) >= WORTH_ASKING)) return [];
      const { estimate, lower, upper, newestOn } = level;
      const isOld = ageOf(newestOn, today) === "older";
      const isProbable = chance(person, skill) >= PROBABLY;
      return [{ competency: column.name, estimate, lower, upper, isOld, isProbable }];
    });
  return {
    members: team.flatMap((at) => {
      const person = people[at];
      if (!person) return [];
      const { id, name, jobTitle } = person;
      const also = others.flatMap((skill) =>
        chance(at, skill) >= PROBABLY ? (columns[skill]?.name ?? []) : [],
      );
      return [{ id, name, jobTitle, brings: brings(at, person), also }];
    }),
    without: without === null ? null : (people[without]?.name ?? null),
    needs: needs.slice(0, wanted).map(({ skill, people: count = 1 }, at) => ({
      competency: columns[skill]?.name ?? "",
      ...{ people: count, filled: filled[at]?.filled ?? 0, could: could(skill) },
    })),
    hats: framework.hats.map(({ key, name }) => ({
      name,
      missing: missingOf(columns, key, could),
    })),
    exact,
  };
}

function missingOf(
  columns: readonly SheetColumn[],
  hat: string,
  could: (skill: number) => number,
): string[] {
  return columns.flatMap(({ hat: own, name }, skill) =>
    own === hat && could(skill) === 0 ? [name] : [],
  );
}
