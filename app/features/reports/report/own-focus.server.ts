import type { Actor } from "~/features/identity/index.ts";
import { instrumentToRead, measuredItems } from "~/features/questionnaires/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { focusOf, type StoredFocus } from "./focus-store.server.ts";
import { itemLabelsOf } from "./item-labels.server.ts";
import { ownReportsWithInstrument } from "./report-reads.server.ts";

/** What somebody chose to work on in a report of theirs. */
export type OwnFocus = StoredFocus & {
  reportId: string;
  round: string;
  /** What it is called. */
  label: string;
  framework: string;
  /** Its competency and behaviour in that framework, where it rates one. */
  competency: string | null;
  behaviour: string | null;
};

/** All that whoever asks has chosen in the reports they may read about themselves, the newest report first. */
export async function ownFocus(tx: Tx, actor: Actor): Promise<OwnFocus[]> {
  const all: OwnFocus[] = [];
  for (const { id: reportId, round, instrumentId } of await ownReportsWithInstrument(tx, actor)) {
    const chosen = await focusOf(tx, actor, reportId);
    const content = chosen.length > 0 ? await instrumentToRead(tx, actor, instrumentId) : null;
    if (!content) continue;
    const { framework, instrument } = content;
    const labels = itemLabelsOf(framework, instrument);
    const items = new Map(measuredItems(instrument).map(({ item }) => [item.key, item]));
    for (const focus of chosen) {
      const { competency = null, behaviour = null } = items.get(focus.item) ?? {};
      const of = { framework: framework.key, competency, behaviour };
      all.push({ ...focus, ...of, reportId, round, label: labels[focus.item] ?? focus.item });
    }
  }
  return all;
}
