import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { personToRead } from "../reach/level-reach.server.ts";
import { readEvidence } from "./shown-evidence.server.ts";

/** On the page of a person, for whoever may read their levels: of how many competencies something is known. */
export async function levelsPanel(
  tx: Tx,
  actor: Actor,
  { id }: PersonShown,
): Promise<readonly PersonPanel[]> {
  const person = await personToRead(tx, actor, id);
  if (!person) return [];
  const t = readerTexts().getFixedT(null, "competencies", "panel");
  const evidence = await readEvidence(tx, actor, person);
  const count = new Set(evidence.map(({ framework, competency }) => `${framework} ${competency}`))
    .size;
  const rows = [{ line: t("line", { count }), href: `/levels/${id}` }];
  return [{ id: "levels", title: t("title"), none: t("none"), rows }];
}
