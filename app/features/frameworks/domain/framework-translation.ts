import { z } from "zod";
import { type Framework, frameworkSchema, type Profile } from "./framework.ts";
import { language, slug, version } from "./wording.ts";

const words = frameworkSchema.shape;
const hat = words.hats.element.pick({ name: true, description: true });
const profile = words.profiles.unwrap().element.shape;
const { behaviours, levels, practices, ...told } = words.competencies.element.shape;

/** The words of one version of a framework in another language; keys, hats and order stay those of the framework. */
export const frameworkTranslationSchema = z.object({
  key: slug,
  version,
  language,
  name: words.name,
  description: words.description,
  hats: z.record(slug, hat),
  competencies: z.record(
    slug,
    z.strictObject({
      name: told.name,
      core: told.core,
      description: told.description,
      behaviours: z.record(slug, behaviours.element.omit({ key: true, observableBy: true })),
      levels: z.array(levels.def.items[0].shape.anchor).length(levels.def.items.length),
      doMore: told.doMore,
      doLess: told.doLess,
      questions: told.questions,
      practices: z.record(slug, practices.element.pick({ name: true, how: true, checkIn: true })),
    }),
  ),
  profiles: z
    .record(
      slug,
      z.strictObject({
        name: profile.name,
        description: profile.description,
        behaviours: z
          .record(slug, profile.behaviours.element.omit({ behaviour: true, observableBy: true }))
          .describe("Only those that the profile says in words of its own."),
      }),
    )
    .optional(),
});

export type FrameworkTranslation = z.infer<typeof frameworkTranslationSchema>;

/** The framework in the words of a translation; its own words where that has none. */
export function worded(framework: Framework, translation: FrameworkTranslation): Framework {
  return {
    ...framework,
    language: translation.language,
    name: translation.name,
    description: translation.description,
    hats: framework.hats.map((each) => ({ ...each, ...translation.hats[each.key] })),
    competencies: framework.competencies.map((each) => {
      const said = translation.competencies[each.key];
      if (!said) return each;
      const [one, two, three, four, five] = each.levels;
      const anchored = <Level extends { level: number; anchor: string }>(level: Level) => ({
        ...level,
        anchor: said.levels[level.level - 1] ?? level.anchor,
      });
      return {
        ...each,
        ...said,
        behaviours: each.behaviours.map((one) => ({ ...one, ...said.behaviours[one.key] })),
        levels: [anchored(one), anchored(two), anchored(three), anchored(four), anchored(five)],
        practices: each.practices.map((one) => ({ ...one, ...said.practices[one.key] })),
      };
    }),
    ...(framework.profiles && {
      profiles: framework.profiles.map((each) => wordedProfile(each, translation)),
    }),
  };
}

function wordedProfile(profile: Profile, { profiles }: FrameworkTranslation): Profile {
  const said = profiles?.[profile.key];
  if (!said) return profile;
  return {
    ...profile,
    name: said.name,
    description: said.description,
    behaviours: profile.behaviours.map((each) => ({ ...each, ...said.behaviours[each.behaviour] })),
  };
}
