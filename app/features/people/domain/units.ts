/** The ticks of one page of units: those on the screen, and which of them are ticked. */
export type UnitTicks = { shown: readonly string[]; ticked: readonly string[] };

/** The units of an office once the ticks of a page are kept: who was not on the screen stays. */
export function unitsAfter(before: readonly string[], { shown, ticked }: UnitTicks): string[] {
  const seen = new Set(shown);
  return [...new Set([...before.filter((unit) => !seen.has(unit)), ...ticked])];
}

/** A unit of an office, and how many people are in it now. */
export type LimitedTo = { name: string; people: number };

/**
 * The units an office is limited to as they are now. One without people is none of the directory's any more: its name
 * stays, and opens nothing until somebody is in it again.
 */
export function limitNow(
  limit: readonly string[] | null,
  units: readonly LimitedTo[],
): LimitedTo[] | null {
  const people = new Map(units.map((unit) => [unit.name, unit.people]));
  return limit?.map((name) => ({ name, people: people.get(name) ?? 0 })) ?? null;
}
