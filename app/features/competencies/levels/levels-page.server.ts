import { levelledFramework, levelledFrameworks } from "~/features/frameworks/index.server.ts";
import type { LevelledCompetency, LevelledFramework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { askedOf } from "../asking/asking-store.server.ts";
import { type HatTone, hatTone } from "../domain/hat-tone.ts";
import { type KnownLevel, knownLevels } from "../domain/known-level.ts";
import { ageOf, type LevelAge } from "../domain/level-age.ts";
import { levelPaths, type PathPoint } from "../domain/level-path.ts";
import { neededBy } from "../needed/needed-by.server.ts";
import { mayRecord, type RecordedByOthers, recordedByOthers } from "../policy.ts";
import { type PersonWithLevels, personToRead } from "../reach/level-reach.server.ts";
import { readingOf } from "./reading-of.server.ts";
import {
  type ReadEvidence,
  readEvidence,
  type ShownEvidence,
  shownEvidence,
} from "./shown-evidence.server.ts";

export type ShownLevel = {
  competency: Pick<LevelledCompetency, "id" | "name" | "group"> & { tone: HatTone };
  /** null where nothing counts any more. */
  known: (KnownLevel & { age: LevelAge }) | null;
  evidence: ShownEvidence[];
  /** The level that their roles need; null where they say none. */
  needed: number | null;
  /** How it went, the oldest first. */
  path: PathPoint[];
  /** Whether colleagues may ask about it; null on the page of somebody else. */
  mayAsk: boolean | null;
};

export type LevelsPage = {
  person: { id: string; name: string; isOwn: boolean };
  frameworks: { framework: string; name: string }[];
  framework: Pick<LevelledFramework, "framework" | "version" | "name"> & { levels: string[] };
  /** The competencies of which something is known, as they stand in the framework. */
  levels: ShownLevel[];
  /** Of which nobody has said anything; what their roles need first. */
  notAssessed: { id: string; name: string; needed: number | null }[];
  /** Of competencies that are in it no more. */
  retired: ShownEvidence[];
  mayRecord: readonly (RecordedByOthers | "self")[];
};

/**
 * What is known of a person's levels, with everything it rests on: all of it for themselves, what was given for
 * staffing for others. null when there is nobody whose levels the actor may read.
 */
export async function levelsPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
  wanted: string | null,
): Promise<LevelsPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const person = await personToRead(tx, actor, personId);
    if (!person) return null;
    const isOwn = actor.personId === personId;
    const all = await readEvidence(tx, actor, person);
    const choices = await levelledFrameworks(tx, actor);
    const framework = await chosenFramework(tx, actor, choices, all, wanted);
    if (!framework) return null;
    const own = all.filter((each) => each.framework === framework.framework);
    const today = await todayWhere(platform, tx, actor);
    return {
      person: { id: personId, name: person.name, isOwn },
      frameworks: choices.map(({ framework: id, name }) => ({ framework: id, name })),
      framework: {
        ...{ framework: framework.framework, version: framework.version, name: framework.name },
        levels: framework.levels.map(({ name }) => name),
      },
      ...(await shownLevels(tx, actor, person, framework, own, today)),
      mayRecord: ([...recordedByOthers, "self"] as const).filter((source) =>
        mayRecord(actor, person.levelsOf, source),
      ),
    };
  });
}

/** The one asked for; else the one most is known of; else the first there is. */
async function chosenFramework(
  tx: Tx,
  actor: Actor,
  choices: readonly { framework: string }[],
  evidence: readonly ReadEvidence[],
  wanted: string | null,
): Promise<LevelledFramework | null> {
  const counts = Map.groupBy(evidence, ({ framework }) => framework);
  const most = [...choices].sort(
    (a, b) => (counts.get(b.framework)?.length ?? 0) - (counts.get(a.framework)?.length ?? 0),
  )[0];
  const chosen = choices.find(({ framework }) => framework === wanted) ?? most;
  return chosen ? levelledFramework(tx, actor, chosen.framework) : null;
}

async function shownLevels(
  tx: Tx,
  actor: Actor,
  person: PersonWithLevels,
  framework: LevelledFramework,
  evidence: readonly ReadEvidence[],
  today: string,
): Promise<Pick<LevelsPage, "levels" | "notAssessed" | "retired">> {
  const { competencies, levels: scale } = framework;
  const view = { ...framework, levels: scale.length };
  const reading = await readingOf(tx, actor, view, { today, personId: person.id });
  const known = knownLevels(evidence, reading);
  const paths = levelPaths(evidence, reading);
  const needs = await neededBy(tx, actor, { framework, people: [person], on: today });
  const neededOf = (id: string) => needs(0)(person.id, id)?.level ?? null;
  const asked =
    actor.personId === person.id ? await askedIn(tx, actor, person.id, framework.framework) : null;
  const shown = await shownEvidence(tx, actor, person, evidence, today);
  // The newest first, as it is looked for.
  const byCompetency = new Map<string, ShownEvidence[]>();
  const retired: ShownEvidence[] = [];
  for (const each of [...evidence].reverse()) {
    const at = reading.carry(each);
    for (const { competency } of at)
      byCompetency.set(competency, [...(byCompetency.get(competency) ?? []), shown(each)]);
    if (at.length === 0) retired.push(shown(each));
  }
  return {
    levels: competencies.flatMap(({ id, name, hat, group }) => {
      const own = byCompetency.get(id);
      if (!own) return [];
      const level = known.get(id);
      const age = level && ageOf(level.newestOn, today);
      return [
        {
          competency: { id, name, group, tone: hatTone(framework.hats, hat) },
          known: level && age ? { ...level, age } : null,
          evidence: own,
          needed: neededOf(id),
          path: paths.get(id) ?? [],
          mayAsk: asked?.has(id) ?? null,
        },
      ];
    }),
    notAssessed: competencies
      .filter(({ id }) => !byCompetency.has(id))
      .map(({ id, name }) => ({ id, name, needed: neededOf(id) }))
      .sort((one, other) => Number(one.needed === null) - Number(other.needed === null)),
    retired,
  };
}

async function askedIn(tx: Tx, actor: Actor, personId: string, framework: string) {
  const asked = await askedOf(tx, actor, personId);
  return new Set(asked.flatMap((each) => (each.framework === framework ? each.competency : [])));
}
