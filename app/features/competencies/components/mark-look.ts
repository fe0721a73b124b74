import type { LevelAge } from "../domain/level-age.ts";

type Look = Record<LevelAge, Readonly<Record<string, string | number>>>;

/** A drawing fades with the age of what a level rests on: the band that is how sure it is. */
export const bandOf = (mark: string): Look => ({
  fresh: { fill: mark, fillOpacity: 0.45 },
  year: { fill: mark, fillOpacity: 0.24 },
  older: { fill: "none", stroke: mark, strokeOpacity: 0.6, strokeDasharray: "2 2" },
});

/** And the dot that is the level. */
export const dotOf = (mark: string): Look => ({
  fresh: { fill: mark },
  year: { fill: mark, fillOpacity: 0.65 },
  older: { fill: "var(--surface)", stroke: mark, strokeWidth: 1.5 },
});
