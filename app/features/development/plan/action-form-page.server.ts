import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople, todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Hat } from "../domain/hat.ts";
import type { ShownPractice } from "../domain/library/shown-guide.ts";
import { BOTH_HATS } from "../domain/plan/plan.ts";
import { hatsIn } from "../library/behaviours.server.ts";
import { practicesFor } from "../library/guide-reads.server.ts";
import { mayOwnActions } from "./plan-owners.server.ts";
import { ownPlan } from "./plan-reads.server.ts";
import type { Ticking } from "./work-on-plan.server.ts";

export type ActionFormPage = {
  /** How the draft of what is typed is told from others. */
  draft: string;
  area: { id: string; title: string };
  hats: Hat[];
  revision: number | null;
  start: Record<string, string>;
  /** Who may see to it beside whose plan it is. */
  owners: { id: string; name: string }[];
  /** Practices to take, for a new one. */
  practices: ShownPractice[];
};

type Asked = { area: string; practice: string | null } | { action: string };

/** The form of an action of the actor's own plan, new for an area or not; null for what there is not. */
export function actionFormPage(
  platform: Ticking,
  actor: Actor,
  asked: Asked,
): Promise<ActionFormPage | null> {
  return inOrganisation(platform, actor, async (tx): Promise<ActionFormPage | null> => {
    const { personId } = actor;
    const today = await todayWhere(platform, tx, actor);
    const read = await ownPlan(tx, actor, today);
    if (!read || personId === null) return null;
    const before =
      "action" in asked ? read.plan.actions.find(({ id }) => id === asked.action) : null;
    if (before === undefined) return null;
    const areaId = "area" in asked ? asked.area : before?.areaId;
    const area = read.plan.areas.find(({ id }) => id === areaId);
    if (!area) return null;
    const owners = await mayOwnActions({ ...read, tx, actor: { ...actor, personId }, today });
    const gone = before?.ownerId && !owners.some(({ id }) => id === before.ownerId);
    const names = gone ? await namesOfPeople(tx, actor, [before.ownerId ?? ""]) : null;
    const language = readerLanguage();
    const practices =
      before || area.behaviour === null
        ? []
        : ((await practicesFor(tx, actor, area.behaviour, language)) ?? []).filter(
            ({ isHidden }) => !isHidden,
          );
    const taken = "practice" in asked ? practices.find(({ key }) => key === asked.practice) : null;
    return {
      draft: before?.id ?? `${area.id} ${taken?.key ?? "new"}`,
      ...{ area: { id: area.id, title: area.title }, hats: hatsIn(language), practices },
      revision: before?.revision ?? null,
      owners: [...owners, ...[...(names ?? [])].map(([id, name]) => ({ id, name }))],
      start: before
        ? {
            ...{ kind: before.kind, words: before.words, owner: before.ownerId ?? "" },
            ...{
              dueOn: before.dueOn ?? "",
              hat: before.hat ?? BOTH_HATS,
              evidence: before.evidence,
            },
            practice: before.practice ?? "",
          }
        : {
            ...{ kind: taken ? "practice" : "stretch", hat: area.hat ?? BOTH_HATS, owner: "" },
            words: taken ? `${taken.cue}: ${taken.action}` : "",
            ...{ evidence: taken?.notice ?? "", practice: taken?.key ?? "" },
          },
    };
  });
}
