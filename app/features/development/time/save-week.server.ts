import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { readWeek, type WeekForm } from "../domain/time/week-form.ts";
import { putWeek } from "./time-store.server.ts";
import { noteOnTime, type Ticking, type TimeOutcome, workOnTime } from "./work-on-time.server.ts";

/**
 * Keeps a week by hand, in the place of what stood for it. `seen` is the revision of the week that the form showed, 0
 * for none: what was changed meanwhile is told, and not lost.
 */
export function saveWeek(
  platform: Ticking,
  actor: Actor,
  form: WeekForm,
  seen: { weekOn: string | null; revision: number },
): Promise<TimeOutcome> {
  return workOnTime<void>(platform, actor, async (held) => {
    const { weekOn, minutes, problems } = readWeek(form, held.today);
    if (problems.length > 0) return refuseInput(...problems);
    const before = held.weeks.find((week) => week.weekOn === weekOn);
    const sameWeek = seen.weekOn === weekOn;
    if (before && isSame(before, minutes)) return { ok: true };
    if ((before?.revision ?? 0) !== (sameWeek ? seen.revision : 0))
      return refuseInput({ code: sameWeek ? "changed-meanwhile" : "is-there" });
    await putWeek(held.tx, actor, held.personId, {
      ...{ id: newId(), weekOn, source: "hand", ...minutes, spent: [] },
      revision: (before?.revision ?? 0) + 1,
    });
    await noteOnTime(platform, held, "written");
    return { ok: true };
  });
}

/** Pressed twice, it is saved once. */
function isSame(
  before: { source: string; managing: number; leading: number; neither: number },
  minutes: { managing: number; leading: number; neither: number },
): boolean {
  return (
    before.source === "hand" &&
    before.managing === minutes.managing &&
    before.leading === minutes.leading &&
    before.neither === minutes.neither
  );
}
