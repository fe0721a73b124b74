import type { Actor } from "~/features/identity/index.ts";
import { roundState } from "~/features/rounds/index.server.ts";
import { mayRunRounds, mayRunSomeRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { roundsAbout } from "../cycle/participant-reads.server.ts";

/** The rounds in which a person takes part, newest first. HR only. */
export async function roundsPanel(
  tx: Tx,
  actor: Actor,
  { id }: PersonShown,
): Promise<readonly PersonPanel[]> {
  if (!mayRunSomeRounds(actor)) return [];
  const t = readerTexts().getFixedT(null, "feedback-hr");
  const rows = await roundsAbout(tx, actor, id);
  // Of rounds out of their reach nothing is said, and not that there are none either.
  if (rows.length === 0 && !mayRunRounds(actor)) return [];
  return [
    {
      ...{ id: "rounds", title: t("panel.title"), none: t("panel.none") },
      rows: rows.map(({ cycleId, participantId, name, state, withdrawn }) => ({
        line: name,
        detail: withdrawn ? t("panel.withdrawn") : t(`states.${roundState(state)}`),
        href:
          state === "collecting"
            ? `/cycles/${cycleId}/participants/${participantId}`
            : `/cycles/${cycleId}`,
      })),
    },
  ];
}
