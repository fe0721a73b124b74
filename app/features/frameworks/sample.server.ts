import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Sample } from "~/platform/feature/sample.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { DraftEdit } from "./domain/own/edit-draft.ts";
import { type OwnFramework, ownCompetencySchema } from "./domain/own/own-framework.ts";
import { beginOwnFramework } from "./own/begin-own-framework.server.ts";
import { editOwnDraft } from "./own/edit-own-draft.server.ts";
import { openNextDraft } from "./own/open-next-draft.server.ts";
import { ownDraft } from "./own/own-framework-reads.server.ts";
import { publishOwnFramework } from "./own/publish-own-framework.server.ts";
import { engineRoom, seamanship, seamanshipChanges } from "./sample-frameworks.ts";

/** Two frameworks, of which one has a second version that split, reworded and ended something. */
export async function publishSampleFramework({ admin, on }: Sample<Actor>): Promise<void> {
  const id = await published(on(-400), admin, seamanship());
  taken(await openNextDraft(on(-30), admin, id));
  for (const edit of seamanshipEdits()) {
    const target = await newest(on(-30), admin, id);
    taken(await editOwnDraft(on(-30), admin, target, edit));
  }
  taken(await publishOwnFramework(on(-28), admin, await newest(on(-28), admin, id)));
  await published(on(-200), admin, engineRoom());
}

function seamanshipEdits(): DraftEdit[] {
  const { split, reworded, retired } = seamanshipChanges();
  return [
    ...split.parts.map(
      (part): DraftEdit => ({
        kind: "put-competency",
        competency: ownCompetencySchema.parse({ ...part, id: newId() }),
        origin: { from: [split.from] },
      }),
    ),
    { kind: "remove-competency", id: split.from },
    {
      kind: "put-competency",
      competency: ownCompetencySchema.parse(reworded),
      origin: { from: [reworded.id], reworded: true },
    },
    { kind: "remove-competency", id: retired },
  ];
}

async function published(on: Platform, admin: Actor, framework: OwnFramework): Promise<string> {
  const { id } = taken(await beginOwnFramework(on, admin, framework, "new"));
  taken(await publishOwnFramework(on, admin, await newest(on, admin, id)));
  return id;
}

/** The draft as it stands. */
async function newest(on: Platform, admin: Actor, id: string) {
  const draft = await inOrganisation(on, admin, (tx) => ownDraft(tx, admin, id));
  if (!draft) throw new Error("the sample has no draft of a framework");
  return { id, revision: draft.revision };
}

/** The sample is our own, so a refusal is a fault. */
function taken<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`the sample was refused: ${outcome.reason}`);
  return outcome.value;
}
