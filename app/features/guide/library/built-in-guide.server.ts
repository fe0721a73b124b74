import { builtInFramework, frameworkInLanguage } from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import situationsFile from "../../../../content/guide/situations.v1.json";
import { type Index, indexOf } from "../domain/find.ts";
import { findable } from "../domain/findable.ts";
import { HATS, type Hat, type Situation, type SituationWords } from "../domain/situation.ts";
import { guideSchema, guideWordsSchema } from "./guide-file.ts";

const wordings = import.meta.glob<unknown>("../../../../content/guide/??.json", {
  eager: true,
  import: "default",
});

/** A behaviour by its name, of its competency and hat; no hat where it is about choosing between them. */
export type NamedBehaviour = { key: string; label: string; competency: string; hat: Hat | null };

export type WordedSituation = Omit<Situation, "behaviours"> & {
  words: SituationWords;
  behaviours: NamedBehaviour[];
  /** The names of these behaviours. */
  asks: string[];
  /** What it can be chosen by: these behaviours and their competencies; no key of the framework is both. */
  topics: string[];
};

export type Guide = {
  situations: readonly WordedSituation[];
  /** The competencies that a situation asks for, each with those of its behaviours that one does. */
  competencies: readonly { key: string; name: string; behaviours: readonly NamedBehaviour[] }[];
  index: Index;
};

const { situations } = guideSchema.parse(situationsFile);
const words = new Map(
  Object.values(wordings)
    .map((file) => guideWordsSchema.parse(file))
    .map((each) => [each.language, each.situations]),
);
const known = new Map<string, Guide>();

/** The guide that comes with the product, in a language; in English where there is no other. */
export function builtInGuide(language: string): Guide {
  const said = words.has(language) ? language : "en";
  const found = known.get(said) ?? worded(said);
  known.set(said, found);
  return found;
}

function worded(language: string): Guide {
  const framework = frameworkInLanguage(builtInFramework(), language);
  const behaviours = new Map(namedBehaviours(framework).map((each) => [each.key, each]));
  const all = situations.map(({ behaviours: keys, ...situation }) => {
    const own = words.get(language)?.[situation.key];
    if (!own) throw new Error(`the situation ${situation.key} has no words in ${language}`);
    const named = keys.flatMap((key) => behaviours.get(key) ?? []);
    return {
      ...{ ...situation, words: own, behaviours: named },
      asks: named.map(({ label }) => label),
      topics: [...new Set(named.flatMap((each) => [each.key, each.competency]))],
    };
  });
  const asked = new Set(all.flatMap((each) => each.behaviours));
  const competencies = framework.competencies
    .map(({ key, name }) => ({
      ...{ key, name },
      behaviours: [...asked].filter(({ competency }) => competency === key),
    }))
    .filter((each) => each.behaviours.length > 0);
  return { situations: all, competencies, index: indexOf(all.map(findable)) };
}

function namedBehaviours({ competencies }: Framework): NamedBehaviour[] {
  return competencies.flatMap(({ key: competency, hat, behaviours }) =>
    behaviours.map(({ key, label }) => ({
      ...{ key, label, competency },
      hat: HATS.find((each) => each === hat) ?? null,
    })),
  );
}
