import { z } from "zod";

export const importances = ["important", "essential"] as const;
export type Importance = (typeof importances)[number];

/** Amounts between which a hat is right for a role; 0 is the middle of the scale, above it more than usual. */
const range = z.strictObject({ low: z.number().min(-2).max(2), high: z.number().min(-2).max(2) });

/** By hat key; all hats or none. */
export const roleZone = z.record(z.string(), range);
export type RoleZone = z.infer<typeof roleZone>;

/** By competency key; a competency that is left out matters as everywhere. */
export const roleImportance = z.record(z.string(), z.enum(importances));

/** What a role needs, as it is written down with a participant. */
export const roleNeeds = z.strictObject({
  name: z.string(),
  importance: roleImportance,
  zone: roleZone.nullable(),
});
export type RoleNeeds = z.infer<typeof roleNeeds>;

export type RoleProfile = RoleNeeds & { titles: readonly string[] };

/**
 * The profile for a job title: the one with the longest title that is this one or its first words, so that "Master"
 * stands for "Master, MV Curlew" until that has a profile of its own. Capitals and spaces don't matter. null without
 * any.
 */
export function profileFor<Profile extends RoleProfile>(
  profiles: readonly Profile[],
  jobTitle: string | null,
): Profile | null {
  const wanted = wordsOf(jobTitle ?? "");
  let found: Profile | null = null;
  let length = 0;
  for (const profile of profiles) {
    for (const title of profile.titles) {
      const words = wordsOf(title);
      if (words.length <= length || words.some((word, index) => word !== wanted[index])) continue;
      found = profile;
      length = words.length;
    }
  }
  return found;
}

function wordsOf(title: string): string[] {
  return title
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}&+#]+/u)
    .filter((word) => word !== "");
}

/** Whether two titles are the same to `profileFor`. */
export function sameTitle(a: string, b: string): boolean {
  return wordsOf(a).join(" ") === wordsOf(b).join(" ");
}
