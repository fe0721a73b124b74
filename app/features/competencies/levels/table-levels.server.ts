import type { Actor } from "~/features/identity/index.ts";
import { absencesFrom, leadingPeople } from "~/features/people/index.server.ts";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import type { EvidenceFor } from "../domain/evidence.ts";
import { knownLevels, type Reading } from "../domain/known-level.ts";
import { longLeaves } from "../domain/long-leave.ts";
import { type LevelsByPerson, TableLevels } from "../domain/table-level.ts";
import { evidenceOfPeople, evidenceStamps } from "../ledger/bulk-evidence-reads.server.ts";
import { peopleToRead } from "../reach/level-reach.server.ts";
import { levelCarrier } from "./level-carrier.server.ts";
import { LevelShelf } from "./level-shelf.ts";
import type { LevelView } from "./reading-of.server.ts";

const shelves = new WeakMap<Database, LevelShelf>();

/** In between others have their turn, and what was read is forgotten. */
const PEOPLE_AT_ONCE = 500;

type Readable = Awaited<ReturnType<typeof peopleToRead>>;

/** Everybody whose levels an actor may read, with these, for tables: who or what is not in them is not assessed. */
export type TableOfPeople = { people: Readable; levels: LevelsByPerson };

/**
 * The levels of everybody whom an actor may read, from what was given for staffing and nothing else, in one version of
 * a framework on a day. Those about whom nothing changed since somebody last looked that day are not computed again.
 */
export async function tableLevels(
  { database }: { database: Database },
  tx: Tx,
  actor: Actor,
  view: LevelView,
  today: string,
): Promise<TableOfPeople> {
  const people = await peopleToRead(tx, actor);
  const { framework, version, levels: scale } = view;
  const asked = { framework, purpose: "staffing" } as const;
  const part = JSON.stringify([actor.organisationId, framework, version, scale, today]);
  const shelf = shelfOf(database);
  // Stamps first: evidence that comes in between is newer than its stamp, and computed again the next time.
  const stamps = await evidenceStamps(tx, actor, asked);
  const about = people.filter(({ id }) => stamps.has(id));
  const circumstances = await circumstancesOf(tx, actor, view, today);
  const stampOf = (id: string) => `${stamps.get(id)} ${circumstances.stamp(id)}`;
  const levels = new Map<string, TableLevels>();
  const changed: string[] = [];
  for (const { id } of about) {
    const kept = shelf.get(part, id, stampOf(id));
    if (kept) levels.set(id, kept);
    else changed.push(id);
  }
  for (let at = 0; at < changed.length; at += PEOPLE_AT_ONCE) {
    const some = changed.slice(at, at + PEOPLE_AT_ONCE);
    const evidence = await evidenceOfPeople(tx, actor, asked, some);
    const byPerson = Map.groupBy(evidence, ({ personId }) => personId);
    for (const id of some)
      levels.set(id, computed(byPerson.get(id) ?? [], circumstances.reading(id)));
  }
  shelf.keep(
    part,
    changed.map((id) => [
      id,
      { stamp: stampOf(id), levels: levels.get(id) ?? new TableLevels([]) },
    ]),
  );
  return { people, levels };
}

function shelfOf(database: Database): LevelShelf {
  const known = shelves.get(database) ?? new LevelShelf();
  shelves.set(database, known);
  return known;
}

/** Staffing alone, and the compiler holds it to that. */
function computed(own: readonly EvidenceFor<"staffing">[], reading: Reading): TableLevels {
  return new TableLevels(knownLevels(own, reading));
}

/** What else a level depends on: whether somebody leads others, and their long leave. */
async function circumstancesOf(tx: Tx, actor: Actor, view: LevelView, today: string) {
  const carry = await levelCarrier(tx, actor, view.framework, view.version);
  const leading = await leadingPeople(tx, actor);
  const absences = await absencesFrom(tx, actor, "0001-01-01");
  const leaveOf = (id: string) => longLeaves(absences.get(id) ?? []);
  return {
    stamp: (id: string) =>
      `${leading.has(id)}${absences.has(id) ? JSON.stringify(leaveOf(id)) : ""}`,
    reading: (id: string): Reading => ({
      ...{ levels: view.levels, carry, today },
      job: leading.has(id) ? "manager" : "other",
      leave: leaveOf(id),
    }),
  };
}
