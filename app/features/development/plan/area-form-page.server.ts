import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Hat } from "../domain/hat.ts";
import { BOTH_HATS } from "../domain/plan/plan.ts";
import { hatsIn } from "../library/behaviours.server.ts";
import { sourcesFor } from "./area-sources.server.ts";
import { ownPlan } from "./plan-reads.server.ts";
import type { Ticking } from "./work-on-plan.server.ts";

export type AreaFormPage = {
  /** How the draft of what is typed is told from others. */
  draft: string;
  hats: Hat[];
  revision: number | null;
  start: Record<string, string>;
};

/** The form of a new area, from a choice in a report, a need of a role, or nothing; null for what there is not. */
export function newAreaPage(
  platform: Ticking,
  actor: Actor,
  from: string | null,
): Promise<AreaFormPage | null> {
  return inOrganisation(platform, actor, async (tx): Promise<AreaFormPage | null> => {
    if (actor.personId === null) return null;
    const language = readerLanguage();
    const page = { draft: from ?? "new", hats: hatsIn(language), revision: null };
    if (from === null) return { ...page, start: { hat: BOTH_HATS } };
    const today = await todayWhere(platform, tx, actor);
    const choices = await sourcesFor(tx, actor, { today, language });
    const found = choices.find((choice) => choice.from === from);
    if (!found) return null;
    const { title, hat, goal, dueOn } = found;
    return { ...page, start: { title, hat: hat ?? BOTH_HATS, goal, dueOn: dueOn ?? "" } };
  });
}

/** The form of an area of the actor's own plan; null for what there is not. */
export function editAreaPage(
  platform: Ticking,
  actor: Actor,
  id: string,
): Promise<AreaFormPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const read = await ownPlan(tx, actor, await todayWhere(platform, tx, actor));
    const area = read?.plan.areas.find((each) => each.id === id);
    if (!area) return null;
    const { title, hat, goal, measure, means, reason, dueOn, revision } = area;
    return {
      ...{ draft: id, hats: hatsIn(readerLanguage()), revision },
      start: { title, hat: hat ?? BOTH_HATS, goal, measure, means, reason, dueOn: dueOn ?? "" },
    };
  });
}
