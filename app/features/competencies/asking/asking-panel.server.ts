import { levelledFramework } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { askedOf } from "./asking-store.server.ts";

/** On the page of a person, for everybody who may see them: what they may be asked about. None where it is nothing. */
export async function askingPanel(
  tx: Tx,
  actor: Actor,
  { id }: PersonShown,
): Promise<readonly PersonPanel[]> {
  if (actor.role === "leaver") return [];
  const asked = await askedOf(tx, actor, id);
  const rows: PersonPanel["rows"] = [];
  for (const [name, own] of Map.groupBy(asked, ({ framework }) => framework)) {
    const framework = await levelledFramework(tx, actor, name);
    const chosen = new Set(own.map(({ competency }) => competency));
    // What is in its framework no more is nothing anybody could ask about.
    for (const each of framework?.competencies ?? [])
      if (chosen.has(each.id)) rows.push({ line: each.name });
  }
  if (rows.length === 0) return [];
  const t = readerTexts().getFixedT(null, "competencies", "asking");
  return [{ id: "ask-me-about", title: t("title"), none: "", rows }];
}
