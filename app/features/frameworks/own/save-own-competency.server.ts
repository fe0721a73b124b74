import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { observers } from "../domain/observers.ts";
import { type OwnCompetency, ownCompetencySchema } from "../domain/own/own-framework.ts";
import { type EditedDraft, editOwnDraft } from "./edit-own-draft.server.ts";

const { name, description } = ownCompetencySchema.shape;
const lines = z.string().max(20_000).default("");

/** A competency as it is typed: several values a line each, and what is seen by the number of its level. */
export const ownCompetencyInput = z.object({
  name,
  description,
  group: z.string().default(""),
  hat: z.string().default(""),
  tags: lines,
  otherNames: lines,
  sourceUri: z.string().max(500).default(""),
  anchors: z
    .record(
      z.string(),
      z.object({
        text: z.string().max(4_000).default(""),
        observableBy: z.array(z.enum(observers)).default([]),
      }),
    )
    .default({}),
  from: z.array(z.string()).default([]),
  reworded: z.boolean().default(false),
});

/**
 * Puts a competency into a draft, new or in the place of the one with the id, and says where it comes from. What
 * breaks the framework is told at the field in which it was typed.
 */
export async function saveOwnCompetency(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: { id: string; revision: number; competency: string | null },
  typed: z.output<typeof ownCompetencyInput>,
): Promise<EditedDraft> {
  const { from, reworded, ...words } = typed;
  const competency: OwnCompetency = {
    id: target.competency ?? newId(),
    name: words.name,
    description: words.description,
    group: words.group || null,
    hat: words.hat || null,
    tags: linesOf(words.tags),
    otherNames: linesOf(words.otherNames),
    sourceUri: words.sourceUri.trim() || null,
    anchors: Object.entries(words.anchors).flatMap(([level, { text, observableBy }]) =>
      text.trim() === "" ? [] : [{ level: Number(level), text, observableBy }],
    ),
  };
  const origin = { from, ...(reworded && { reworded }) };
  const edit = { kind: "put-competency", competency, origin } as const;
  const outcome = await editOwnDraft(platform, actor, target, edit);
  if (outcome.ok || outcome.reason !== "problems") return outcome;
  return refuseInput(...outcome.problems.map(inForm));
}

/** A problem at its place in the framework, as one of the form: a level is told by its number, a group by its field. */
function inForm(problem: Problem): Problem {
  const { field: _, ...told } = problem;
  if (problem.code === "unknown-group") return { field: "group", ...told };
  const level = problem.values?.level;
  return level === undefined ? told : { field: `anchors.${level}.text`, ...told };
}

function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((each) => each.replace(/\s+/gu, " ").trim()))].filter(
    (each) => each !== "",
  );
}
