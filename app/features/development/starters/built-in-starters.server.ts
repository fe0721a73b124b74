import german from "../../../../content/plan-starters/de.json";
import english from "../../../../content/plan-starters/en.json";
import { type StarterSet, type Starters, startersSchema } from "../domain/starters/starter.ts";

const inLanguages: ReadonlyMap<string, Starters> = new Map(
  [english, german].map((file) => {
    const starters = startersSchema.parse(file);
    return [starters.language, starters] as const;
  }),
);

/** The sets to begin a plan with, in a language; in English where there is no translation. */
export function builtInStarters(language: string): Starters {
  const found = inLanguages.get(language) ?? inLanguages.get("en");
  if (!found) throw new Error("no starter sets");
  return found;
}

export function starterCalled(key: string, language: string): StarterSet | null {
  return builtInStarters(language).sets.find((set) => set.key === key) ?? null;
}
