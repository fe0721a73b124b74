import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { builtInFramework } from "../built-in.server.ts";
import type { OwnFramework } from "../domain/own/own-framework.ts";
import { groupsInOrder } from "../domain/own/shown-competencies.ts";
import { frameworkInLanguage } from "../framework-in-language.server.ts";
import { type OwnDraft, ownDraft, publishedVersion } from "./own-framework-reads.server.ts";
import type { ownCompetencyInput } from "./save-own-competency.server.ts";

export type CompetencyFormPage = {
  framework: string;
  /** Null for a new one. */
  name: string | null;
  revision: number;
  levels: string[];
  groups: { id: string; name: string; depth: number }[];
  hats: { key: string; name: string }[];
  /** Competencies of the version before, of which it can come; empty in a first version. */
  before: { id: string; name: string }[];
  start: z.input<typeof ownCompetencyInput>;
};

/** What the form of a competency shows; null where there is no such draft or competency, or nobody may see it. */
export async function competencyFormPage(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  competency: string | null,
): Promise<CompetencyFormPage | null> {
  const draft = await ownDraft(tx, actor, frameworkId);
  if (!draft) return null;
  const { definition, revision, basedOn } = draft;
  const start = startOf(draft, competency);
  if (!start) return null;
  const before = basedOn === null ? null : await publishedVersion(tx, actor, frameworkId, basedOn);
  const { hats } = frameworkInLanguage(builtInFramework(), readerLanguage());
  return {
    framework: definition.name,
    name: competency === null ? null : start.name,
    revision,
    levels: definition.levels.map(({ name }) => name),
    groups: groupsInOrder(definition).map(({ id, name, depth }) => ({ id, name, depth })),
    hats: hats.map(({ key, name }) => ({ key, name })),
    before: namesOf(before?.definition),
    start,
  };
}

function startOf(
  { definition, origins }: OwnDraft,
  id: string | null,
): z.input<typeof ownCompetencyInput> | null {
  if (id === null) return { name: "", from: [] };
  const found = definition.competencies.find((each) => each.id === id);
  if (!found) return null;
  return {
    ...{ name: found.name, description: found.description },
    ...{ group: found.group ?? "", hat: found.hat ?? "", sourceUri: found.sourceUri ?? "" },
    tags: found.tags.join("\n"),
    otherNames: found.otherNames.join("\n"),
    anchors: Object.fromEntries(
      found.anchors.map(({ level, text, observableBy }) => [String(level), { text, observableBy }]),
    ),
    from: [...(origins[id]?.from ?? [])],
    reworded: origins[id]?.reworded ?? false,
  };
}

function namesOf(framework: OwnFramework | undefined): { id: string; name: string }[] {
  return (framework?.competencies ?? []).map(({ id, name }) => ({ id, name }));
}
