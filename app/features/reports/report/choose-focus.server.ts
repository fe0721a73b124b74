import type { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { instrumentById, measuredItems } from "~/features/questionnaires/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type chooseFocusInput,
  latestDueDay,
  type RoleImportance,
  readFocus,
  suggestFocus,
} from "../domain/focus.ts";
import { OTHERS, type ReportContent } from "../domain/report-content.ts";
import { replaceFocus } from "./focus-store.server.ts";
import { reportView } from "./report-reads.server.ts";

export type FocusOutcome = Outcome<{ chosen: number }, "unknown"> | Problems;

/** Keeps what a participant will work on, one to three behaviours with a dated next step. Theirs alone to choose. */
export function chooseFocus(
  platform: Platform,
  actor: Actor,
  reportId: string,
  { focus }: z.output<typeof chooseFocusInput>,
): Promise<FocusOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<FocusOutcome> => {
    const today = await todayWhere(platform, tx, actor);
    const view = await reportView(tx, actor, reportId, today);
    if (view?.reader.reader !== "participant") return refuse("unknown");
    const content = await instrumentById(tx, actor, view.instrumentId);
    if (!content) throw new Error("a report without its instrument");
    const items = new Map(
      measuredItems(content.instrument).map(({ item, scale }) => [item.key, scale]),
    );
    const { choices, problems } = readFocus(focus, {
      known: (item) => items.has(item),
      today,
      latest: latestDueDay(today),
    });
    if (problems.length > 0) return refuseInput(...problems);
    const isAmount = (id: string) => items.get(id)?.centre !== undefined;
    const chosen = choices.map((choice) => ({
      ...choice,
      direction: directionOf(view.content, choice.item, isAmount, view.role?.importance),
    }));
    await replaceFocus(tx, actor, reportId, chosen, platform.clock.now());
    await recordAudit(platform, tx, actor, {
      action: "focus.chosen",
      subjectKind: "report",
      subjectId: reportId,
      detail: { chosen: chosen.length },
    });
    return accept({ chosen: chosen.length });
  });
}

/** What others would like of a behaviour: as suggested, else by the side their average is on. */
function directionOf(
  content: ReportContent,
  item: string,
  isAmount: (id: string) => boolean,
  importance: RoleImportance = {},
): "more" | "less" | "keep" {
  const suggested = suggestFocus(content, isAmount, importance).find((each) => each.item === item);
  if (suggested) return suggested.direction;
  const others = content.items.find((each) => each.id === item)?.estimates[OTHERS];
  if (!others?.shown || !isAmount(item) || Math.abs(others.mean) < 0.25) return "keep";
  return others.mean < 0 ? "more" : "less";
}
