import type { Actor } from "~/features/identity/index.ts";
import { daysIn } from "~/features/people/domain/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { FIRST_NUDGE_HOUR } from "../domain/practice/practice.ts";
import { practiceSource } from "./practice-source.server.ts";
import type { AskedSource } from "./save-practice-choice.server.ts";
import { type Unreached, whyUnreached } from "./why-unreached.server.ts";
import { ownPracticesOf, type Ticking } from "./work-on-practice.server.ts";

export type PracticeFormPage = {
  /** By which drafts of the form are told apart. */
  draft: string;
  revision: number | null;
  area: { id: string; title: string } | null;
  behaviour: { key: string; label: string } | null;
  /** What is offered for it, to begin with. */
  offered: { key: string; name: string; isTaken: boolean }[];
  /** By what one notices that the one that was taken works. */
  notice: string | null;
  start: { cue: string; action: string; weekdays: string[]; nudges: string; nudgeHour: string };
  /** Why no letter would come, whatever is chosen; null where they come. */
  unreached: Unreached | null;
};

const MONDAY_TO_FRIDAY = "12345";

/**
 * The form of a new practice (`asked`), with the words of an offered one where one was taken, on the days somebody
 * works; or of the one they are at. Null for what there is not, and for a new one beside another.
 */
export function practiceFormPage(
  platform: Ticking & Pick<Platform, "mailer">,
  asking: Actor,
  asked: AskedSource | null,
): Promise<PracticeFormPage | null> {
  return inOrganisation(platform, asking, async (tx) => {
    const { personId } = asking;
    if (personId === null) return null;
    const actor = { ...asking, personId };
    const { open, workingDays } = await ownPracticesOf(platform, tx, actor);
    if ((asked === null) !== (open !== null)) return null;
    const { area, behaviour, offered, taken } = await practiceSource(
      ...([tx, actor] as const),
      asked ?? { area: open?.areaId ?? null, behaviour: open?.behaviour ?? null, offered: null },
    );
    return {
      draft: open?.id ?? `new ${area?.id ?? behaviour?.key ?? ""} ${taken?.key ?? ""}`,
      revision: open?.revision ?? null,
      ...{ area, behaviour },
      offered: open
        ? []
        : offered.map(({ key, name }) => ({ key, name, isTaken: key === taken?.key })),
      notice: taken?.notice ?? null,
      unreached: await whyUnreached(platform, tx, actor),
      start: {
        cue: open?.cue ?? taken?.cue ?? "",
        action: open?.action ?? taken?.action ?? "",
        weekdays: daysIn(open?.weekdays ?? workingDays ?? MONDAY_TO_FRIDAY),
        nudges: open?.nudges ?? "twice-a-week",
        nudgeHour: String(open?.nudgeHour ?? FIRST_NUDGE_HOUR),
      },
    };
  });
}
