import { z } from "zod";
import { language, slug, text } from "~/features/frameworks/domain/index.ts";

export const directions = ["more", "less"] as const;
export type Direction = (typeof directions)[number];

/** How long the words of a practice may be, ours and an organisation's own. */
export const LONGEST = { name: 60, cue: 160, action: 300, notice: 200 } as const;

const words = {
  name: text(LONGEST.name),
  cue: text(LONGEST.cue).describe(
    "When: a moment of an ordinary day, as a clause without its end.",
  ),
  action: text(LONGEST.action).describe("Then: small enough for a busy day."),
  notice: text(LONGEST.notice).describe("By what one notices that it works."),
};

const practice = z.strictObject({
  direction: z.enum(directions).describe("For doing more or less of the behaviour."),
  ...words,
});

const about = {
  more: text(240).describe("What doing more of it looks like."),
  less: text(240).describe("What doing less of it looks like."),
  questions: z.array(text(160)).min(1).max(6).describe("Coaching questions."),
};

/** The practices for the behaviours of a framework, whichever its version: a behaviour keeps its key. */
export const practiceLibrarySchema = z
  .object({
    framework: slug,
    language,
    behaviours: z.record(slug, z.strictObject({ ...about, practices: z.record(slug, practice) })),
  })
  .describe("Of each behaviour: what more and less of it look like, 30-day practices, questions.");

export const practiceTranslationSchema = z
  .object({
    framework: slug,
    language,
    behaviours: z.record(
      slug,
      z.strictObject({ ...about, practices: z.record(slug, z.strictObject(words)) }),
    ),
  })
  .describe("A library of practices in another language; which way each goes, the library says.");

export type PracticeLibrary = z.infer<typeof practiceLibrarySchema>;
export type PracticeTranslation = z.infer<typeof practiceTranslationSchema>;
export type BehaviourGuide = PracticeLibrary["behaviours"][string];

/** A library in the words of a translation; its own words where that has none. */
export function wordedLibrary(
  library: PracticeLibrary,
  translation: PracticeTranslation,
): PracticeLibrary {
  const behaviours = Object.entries(library.behaviours).map(([key, guide]) => {
    const said = translation.behaviours[key];
    if (!said) return [key, guide] as const;
    const practices = Object.entries(guide.practices).map(
      ([name, each]) => [name, { ...each, ...said.practices[name] }] as const,
    );
    return [key, { ...guide, ...said, practices: Object.fromEntries(practices) }] as const;
  });
  return {
    ...library,
    language: translation.language,
    behaviours: Object.fromEntries(behaviours),
  };
}
