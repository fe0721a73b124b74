import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { ShownPractice } from "../domain/library/shown-guide.ts";
import { openAreas, type PlanArea } from "../domain/plan/plan.ts";
import type { Practice } from "../domain/practice/practice.ts";
import { behaviourCalled } from "../library/behaviours.server.ts";
import { practicesFor } from "../library/guide-reads.server.ts";
import { storedPlan } from "../plan/plan-store.server.ts";

/** What a practice is for, and what is offered for it. */
export type PracticeSource = {
  keys: Pick<Practice, "areaId" | "behaviour" | "offered">;
  area: Pick<PlanArea, "id" | "title"> | null;
  behaviour: { key: string; label: string } | null;
  offered: ShownPractice[];
  /** The one of these whose words were taken. */
  taken: ShownPractice | null;
};

type Asked = { area: string | null; behaviour: string | null; offered: string | null };

/**
 * What an address names of whoever asks: an area of their own open plan, a behaviour (that of the area before any
 * other), and an offered practice. What there is not is left out.
 */
export async function practiceSource(
  tx: Tx,
  actor: Actor & { personId: string },
  asked: Asked,
): Promise<PracticeSource> {
  const language = readerLanguage();
  const area = (await ownAreas(tx, actor)).find(({ id }) => id === asked.area) ?? null;
  const key = area?.behaviour ?? asked.behaviour;
  const behaviour = (key && behaviourCalled(key, language)?.behaviour) || null;
  const offered = behaviour ? ((await practicesFor(tx, actor, behaviour.key, language)) ?? []) : [];
  const shown = offered.filter(({ isHidden }) => !isHidden);
  const taken = shown.find((each) => each.key === asked.offered) ?? null;
  return {
    keys: {
      areaId: area?.id ?? null,
      behaviour: behaviour?.key ?? null,
      offered: taken?.key ?? null,
    },
    area: area && { id: area.id, title: area.title },
    behaviour: behaviour && { key: behaviour.key, label: behaviour.label },
    ...{ offered: shown, taken },
  };
}

/** What whoever asks works on in their own plan. */
export async function ownAreas(
  tx: Tx,
  actor: Actor & { personId: string },
): Promise<readonly PlanArea[]> {
  const plan = await storedPlan(tx, actor, { openOf: actor.personId });
  return plan ? openAreas(plan) : [];
}
