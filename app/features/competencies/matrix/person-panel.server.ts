import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { countingEvidence } from "../domain/counting-evidence.ts";
import type { HatTone } from "../domain/hat-tone.ts";
import { ageOf, type LevelAge } from "../domain/level-age.ts";
import type { TableLevel } from "../domain/table-level.ts";
import { type Standing, standingOf } from "../domain/tables/gap.ts";
import { evidenceOfPerson } from "../ledger/evidence-reads.server.ts";
import { levelCarrier } from "../levels/level-carrier.server.ts";
import { type ShownEvidence, shownEvidence } from "../levels/shown-evidence.server.ts";
import { personToRead } from "../reach/level-reach.server.ts";
import type { SheetColumn, SheetPerson, SheetWithNeeds } from "./skills-sheet.server.ts";

type PanelLevel = TableLevel & { age: LevelAge };

export type PanelRow = {
  competency: { id: string; name: string; tone: HatTone };
  known: PanelLevel | null;
  needed: number | null;
  standing: Standing | null;
  evidence: Pick<ShownEvidence, "id" | "source" | "level" | "saidOn" | "title" | "by">[];
  /** Of whoever is beside them. */
  beside: PanelLevel | null;
};

export type Panel = {
  person: Pick<SheetPerson, "id" | "name" | "jobTitle" | "department">;
  beside: { id: string; name: string } | null;
  rows: PanelRow[];
  notAssessed: { id: string; name: string }[];
};

/**
 * One person beside the table: each level with what it rests on, and beside it the level of another one where asked.
 * null where the actor may not read them, or there is nobody.
 */
export async function personPanel(
  tx: Tx,
  actor: Actor,
  sheet: SheetWithNeeds,
  columns: readonly SheetColumn[],
  asked: { person: string; beside: string },
): Promise<Panel | null> {
  const person = sheet.everybody.find(({ id }) => id === asked.person);
  const readable = person && (await personToRead(tx, actor, person.id));
  if (!person || !readable) return null;
  const beside = sheet.everybody.find(({ id }) => id === asked.beside) ?? null;
  if (asked.beside !== "" && !beside) return null;
  const evidenceOf = await evidenceByCompetency(tx, actor, sheet, readable);
  const levels = sheet.levels.get(person.id);
  const rows = columns.flatMap(({ id, name, tone }): PanelRow[] => {
    const level = levels?.get(id);
    const other = beside ? sheet.levels.get(beside.id)?.get(id) : undefined;
    const needed = sheet.neededBy(person.id, id)?.level ?? null;
    if (!level && !other) return [];
    return [
      {
        competency: { id, name, tone },
        known: aged(level, sheet.today),
        needed,
        standing: needed === null ? null : standingOf(level, needed),
        evidence: evidenceOf.get(id) ?? [],
        beside: aged(other, sheet.today),
      },
    ];
  });
  const shown = new Set(rows.map(({ competency }) => competency.id));
  const { id, name, jobTitle, department } = person;
  return {
    person: { id, name, jobTitle, department },
    beside: beside && { id: beside.id, name: beside.name },
    rows,
    notAssessed: columns.flatMap((each) =>
      shown.has(each.id) ? [] : [{ id: each.id, name: each.name }],
    ),
  };
}

function aged(level: TableLevel | undefined, today: string): PanelLevel | null {
  return level ? { ...level, age: ageOf(level.newestOn, today) } : null;
}

type Readable = NonNullable<Awaited<ReturnType<typeof personToRead>>>;

/** The evidence that counts, by the competency it speaks of today, the newest first. */
async function evidenceByCompetency(
  tx: Tx,
  actor: Actor,
  { framework, today }: SheetWithNeeds,
  person: Readable,
): Promise<Map<string, PanelRow["evidence"]>> {
  const asked = { framework: framework.framework, purpose: "staffing" } as const;
  const all = await evidenceOfPerson(tx, actor, person, asked);
  const carry = await levelCarrier(tx, actor, framework.framework, framework.version);
  const shown = await shownEvidence(tx, actor, person, all, today);
  const byCompetency = new Map<string, PanelRow["evidence"]>();
  const counting = [...Map.groupBy(all, ({ competency }) => competency).values()].flatMap((own) =>
    countingEvidence(own, today),
  );
  counting.sort((one, other) => (one.saidOn < other.saidOn ? 1 : -1));
  for (const each of counting) {
    const { id, source, level, saidOn, title, by } = shown(each);
    for (const { competency } of carry(each))
      byCompetency.set(competency, [
        ...(byCompetency.get(competency) ?? []),
        { id, source, level, saidOn, title, by },
      ]);
  }
  return byCompetency;
}
