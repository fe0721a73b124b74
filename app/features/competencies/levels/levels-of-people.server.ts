import type { Actor } from "~/features/identity/index.ts";
import { absencesFrom, leadingPeople, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { EvidenceFor } from "../domain/evidence.ts";
import { type KnownLevel, knownLevels, type Reading } from "../domain/known-level.ts";
import { longLeaves } from "../domain/long-leave.ts";
import type { Purpose } from "../domain/purpose.ts";
import { evidenceAbout } from "../ledger/evidence-reads.server.ts";
import { levelCarrier } from "./level-carrier.server.ts";

/** How levels of people are read: in which version of which framework, and on which day. */
export type LevelView = { framework: string; version: number; levels: number };

/** Levels by person and competency. Who or what is not in it is not assessed. */
export type LevelsOfPeople = ReadonlyMap<string, ReadonlyMap<string, KnownLevel>>;

/**
 * The levels of people whom an actor may read, from what was given for a purpose, in one version of a framework; of
 * `people` among them only, where told. Computed when read, so that a range is as wide as it is today.
 */
export async function levelsOfPeople<P extends Purpose>(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  view: LevelView,
  asked: { purpose: P; people?: readonly string[]; on?: string },
): Promise<LevelsOfPeople> {
  const { framework } = view;
  const evidence = await evidenceAbout(tx, actor, { ...asked, framework });
  const today = asked.on ?? (await todayWhere(platform, tx, actor));
  const readingOf = await readerOf(tx, actor, view, today);
  const byPerson = Map.groupBy<string, EvidenceFor<P>>(evidence, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, own]) => [personId, knownLevels(own, readingOf(personId))]),
  );
}

/** How the evidence of each person is read. */
export async function readerOf(
  tx: Tx,
  scope: OrganisationScope,
  { framework, version, levels }: LevelView,
  today: string,
): Promise<(personId: string) => Reading> {
  const carry = await levelCarrier(tx, scope, framework, version);
  const leading = await leadingPeople(tx, scope);
  const absences = await absencesFrom(tx, scope, "0001-01-01");
  return (personId) => ({
    ...{ levels, carry, today },
    job: leading.has(personId) ? "manager" : "other",
    leave: longLeaves(absences.get(personId) ?? []),
  });
}
