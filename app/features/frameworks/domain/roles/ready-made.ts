import { z } from "zod";
import { slug, text, version } from "../wording.ts";
import { roleNeed } from "./role.ts";
import { roleZone } from "./role-needs.ts";

/** By language; English for every other. */
const worded = (longest: number) => z.strictObject({ en: text(longest), de: text(longest) });

const titles = z.array(text(60)).min(1).max(12);

const profile = z.strictObject({
  key: slug,
  name: worded(60),
  summary: worded(240).describe("What the role is there for, in one sentence."),
  titles: z
    .strictObject({ en: titles, de: titles })
    .describe("Job titles that often have it, to begin with."),
  needs: z.array(roleNeed).min(1).max(60),
  zone: roleZone.nullable().describe("By hat: from which amount to which it suits the role."),
});

/** A file of role profiles ready to copy, over one version of a built-in framework. */
export const readyMadeSchema = z
  .object({ framework: slug, version, profiles: z.array(profile).min(1).max(100) })
  .describe(
    "Role profiles ready to copy: the level needed of each competency, and how much it matters.",
  );

export type ReadyMade = z.output<typeof readyMadeSchema>;

/** A profile in one language. */
export type ReadyRole = {
  key: string;
  name: string;
  summary: string;
  titles: readonly string[];
  needs: ReadyMade["profiles"][number]["needs"];
  zone: ReadyMade["profiles"][number]["zone"];
};

export function readyRolesIn({ profiles }: ReadyMade, language: string): ReadyRole[] {
  const spoken = language === "de" ? "de" : "en";
  return profiles.map(({ name, summary, titles: usual, ...profile }) => ({
    ...profile,
    ...{ name: name[spoken], summary: summary[spoken], titles: usual[spoken] },
  }));
}
