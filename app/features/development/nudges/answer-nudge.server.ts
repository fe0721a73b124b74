import { z } from "zod";
import { organisationName, presenceIn } from "~/features/identity/index.server.ts";
import { directory, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { checkInAnswers } from "../domain/practice/practice.ts";
import { answerableDays } from "../domain/practice/practice-days.ts";
import { lockPractices } from "../practice/practice-store.server.ts";
import { answerDay } from "../practice/press-on-practice.server.ts";
import { ownPracticesOf } from "../practice/work-on-practice.server.ts";
import { type NudgeClaims, readNudgeLink } from "./nudge-link.server.ts";

/** What the page of a nudge sends. */
export const nudgeAnswer = z.object({ answer: z.enum(checkInAnswers) });
export type NudgeAnswer = z.output<typeof nudgeAnswer>["answer"];

/**
 * How a nudge's link stands: `open` while its day can be answered, `late` after that, `over` once the practice is not
 * run any more, `shut` while the organisation is suspended, and `ended` for whoever left or has another address now.
 */
export type NudgeStanding = "open" | "late" | "over" | "shut" | "ended";

export type NudgeView = {
  standing: NudgeStanding;
  organisation: string;
  day: string;
  today: string;
  /** What its reader reads, as far as it is known. */
  language: string | null;
};

type Parts = Pick<Platform, "database" | "clock" | "secret">;

/**
 * What the page of a nudge shows; null for a link that is not ours. Neither what is practised nor how a day was said
 * to be is on it: whoever the letter was passed on to learns nothing by it.
 */
export async function readNudge(platform: Parts, token: string): Promise<NudgeView | null> {
  const claims = readNudgeLink(platform.secret, token);
  if (!claims) return null;
  return inOrganisation(platform, claims, async (tx) => {
    const [person] = await peopleByIds(tx, claims, [claims.personId]);
    const { standing, own } = await stands(platform, tx, claims);
    return {
      ...{ standing, day: claims.day, today: own.today, language: person?.language ?? null },
      organisation: await organisationName(tx, claims),
    };
  });
}

/** Whoever holds the link of a nudge says how its day was. Said again, it is corrected. */
export async function answerNudge(
  platform: Parts,
  token: string,
  answer: NudgeAnswer,
): Promise<Outcome<void, "unknown" | "closed">> {
  const claims = readNudgeLink(platform.secret, token);
  if (!claims) return refuse("unknown");
  return inOrganisation(platform, claims, async (tx): Promise<Outcome<void, "closed">> => {
    await lockPractices(tx, claims, claims.personId);
    const { standing, own } = await stands(platform, tx, claims);
    if (standing !== "open") return refuse("closed");
    const kept = await answerDay({ tx, actor: claims, ...own }, { intent: claims.day, answer });
    return kept.ok ? kept : refuse("closed");
  });
}

async function stands(platform: Parts, tx: Tx, claims: NudgeClaims) {
  const { clock } = platform;
  const { personId, linkVersion } = claims;
  const own = await ownPracticesOf(platform, tx, claims);
  const asked = await presenceIn({ clock, directory }, tx, claims, { personId });
  const isTheirs = asked.standing?.linkVersion === linkVersion;
  const standing = (): NudgeStanding => {
    if (isTheirs && asked.suspended) return "shut";
    if (!isTheirs || asked.presence !== "in") return "ended";
    if (own.open?.id !== claims.practiceId || own.open.state !== "running") return "over";
    const days = answerableDays(own.daysOf(own.open), own.today);
    return days.some(({ day }) => day === claims.day) ? "open" : "late";
  };
  return { standing: standing(), own };
}
