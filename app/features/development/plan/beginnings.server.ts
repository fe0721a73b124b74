import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { isSameSource, type SourceChoice, sourcesFor } from "./area-sources.server.ts";
import { ownPlan } from "./plan-reads.server.ts";
import type { Ticking } from "./work-on-plan.server.ts";

/** What an area could begin from, as somebody chooses it. */
export type Beginning = Pick<SourceChoice, "from" | "title" | "because">;

/** What whoever asks chose in reports, and what their roles need more of, but for what they work on already. */
export function beginnings(platform: Ticking, actor: Actor): Promise<Beginning[]> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const read = await ownPlan(tx, actor, today);
    const areas = read?.plan.areas ?? [];
    const choices = await sourcesFor(tx, actor, { today, language: readerLanguage() });
    return choices
      .filter(({ source }) => !areas.some((area) => isSameSource(area, source)))
      .map(({ from, title, because }) => ({ from, title, because }));
  });
}
