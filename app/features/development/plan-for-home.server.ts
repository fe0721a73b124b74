import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonalTask } from "~/platform/feature/for-home.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nextStepOf, type PlanStep } from "./domain/plan/next-step.ts";
import { isSameSource, sourcesFor } from "./plan/area-sources.server.ts";
import { storedPlan } from "./plan/plan-store.server.ts";
import { practicesOf } from "./practice/practice-store.server.ts";

/** The next step of the plan of whoever asks: one, or none. */
export async function planForHome(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<PersonalTask[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const today = await todayWhere(platform, tx, actor);
  const plan = await storedPlan(tx, actor, { openOf: personId });
  const practices = await practicesOf(tx, actor, personId);
  const sources = await sourcesFor(tx, actor, { today, language: readerLanguage() });
  const chosen = sources.filter(
    // What was to be done by a day that is over is not brought up again.
    ({ because, source, dueOn }) =>
      because.kind === "report" &&
      dueOn !== null &&
      !plan?.areas.some((area) => isSameSource(area, source)),
  );
  const next = nextStepOf({
    ...{ plan, chosen, today },
    practised: new Set(practices.flatMap(({ areaId }) => areaId ?? [])),
    isPractising: practices.some(({ endedOn }) => endedOn === null),
  });
  return next ? [{ id: "plan", icon: "edit", ...shownStep(next) }] : [];
}

function shownStep(next: PlanStep): Omit<PersonalTask, "id" | "icon"> {
  const t = readerTexts().getFixedT(null, "plan", "home");
  const urgency = next.step === "overdue" || next.step === "due" ? "own" : "any-time";
  const said = { urgency, action: t(`open.${next.step}`) } as const;
  switch (next.step) {
    case "overdue":
    case "due": {
      const { words, dueOn } = next.action;
      const others = next.others > 0 ? ` · ${t("others", { count: next.others })}` : "";
      const line = t(`line.${next.step}`, { date: writtenDate(dueOn ?? "") });
      return { ...said, line, detail: `${words}${others}`, href: "/plan" };
    }
    case "take": {
      const query = new URLSearchParams({ from: next.focus.from });
      return {
        ...{ ...said, line: t("line.take"), detail: next.focus.title },
        href: `/plan/areas/new?${query}`,
      };
    }
    case "look-back":
    case "act":
    case "practise": {
      const { id, title } = next.area;
      const href = {
        "look-back": `/plan/areas/${id}`,
        act: `/plan/areas/${id}/action`,
        practise: `/plan/practice/new?${new URLSearchParams({ area: id })}`,
      }[next.step];
      return { ...said, line: t(`line.${next.step}`), detail: title, href };
    }
  }
}
