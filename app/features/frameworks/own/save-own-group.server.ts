import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ownGroupSchema } from "../domain/own/own-framework.ts";
import { type EditedDraft, editOwnDraft } from "./edit-own-draft.server.ts";

const { name, description } = ownGroupSchema.shape;

/** A group as it is typed; a `parent` that is empty is the top. */
export const ownGroupInput = z.object({ name, description, parent: z.string().default("") });

/**
 * Puts a group into a draft, new or in the place of the one with the id. Where it can't stand is told at the field
 * that says where it does.
 */
export async function saveOwnGroup(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: { id: string; revision: number; group: string | null },
  { parent, ...words }: z.output<typeof ownGroupInput>,
): Promise<EditedDraft> {
  const group = { id: target.group ?? newId(), parent: parent || null, ...words };
  const outcome = await editOwnDraft(platform, actor, target, { kind: "put-group", group });
  if (outcome.ok || outcome.reason !== "problems") return outcome;
  return refuseInput(...outcome.problems.map(inForm));
}

function inForm({ field: _, ...told }: Problem): Problem {
  const isPlace = told.code === "circular" || told.code === "unknown-group";
  return isPlace ? { field: "parent", ...told } : told;
}
