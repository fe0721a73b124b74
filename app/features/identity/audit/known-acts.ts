import type { Audited, ShownAct } from "~/platform/feature/audited.ts";

/** Every act that features record, with where its words are. */
export type KnownAct = { action: string; word: string; shown: ShownAct };

export function knownActs(audited: readonly Audited<never>[]): KnownAct[] {
  return audited.flatMap(({ words, actions }) =>
    Object.entries(actions).map(([action, shown]) => ({
      ...{ action, shown },
      word: `${words}:${action}`,
    })),
  );
}

/** The names of the acts that are shown so. */
export function actsShown(acts: readonly KnownAct[], shown: ShownAct): string[] {
  return acts.filter((act) => act.shown === shown).map(({ action }) => action);
}
