import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { LEAST_LEVELS, MOST_LEVELS, ownFrameworkSchema } from "../domain/own/own-framework.ts";
import { type EditedDraft, editOwnDraft } from "./edit-own-draft.server.ts";
import { ownDraft } from "./own-framework-reads.server.ts";

const { name, description } = ownFrameworkSchema.shape;
const LONGEST_LEVEL = 80;

/** What a framework is about, as it is typed: its levels one a line, lowest first. */
export const aboutDraftInput = z.object({
  name,
  description,
  levels: z.string().max(2_000).default(""),
  sourceUri: z.string().max(500).default(""),
  licence: z.string().max(300).default(""),
});

/**
 * Saves what a draft says of itself and how its levels are called; what a level means stays with its place.
 */
export async function saveAboutDraft(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: { id: string; revision: number },
  typed: z.output<typeof aboutDraftInput>,
): Promise<EditedDraft> {
  const names = typed.levels
    .split(/\r?\n/)
    .map((each) => each.replace(/\s+/gu, " ").trim())
    .filter((each) => each !== "");
  if (names.length < LEAST_LEVELS || names.length > MOST_LEVELS)
    return refuseInput({ field: "levels", code: "how-many-levels" });
  if (names.some((each) => each.length > LONGEST_LEVEL))
    return refuseInput({ field: "levels", code: "long-level" });
  const draft = await inOrganisation(platform, actor, (tx) => ownDraft(tx, actor, target.id));
  if (!draft) return refuse("unknown");
  const { language, source, levels } = draft.definition;
  const details = {
    ...{ name: typed.name, description: typed.description, language },
    source: {
      ...source,
      uri: typed.sourceUri.trim() || null,
      licence: typed.licence.trim() || null,
    },
  };
  return editOwnDraft(platform, actor, target, {
    kind: "about",
    details,
    levels: names.map((each, at) => ({
      name: each,
      description: levels[at]?.description ?? "",
    })),
  });
}
