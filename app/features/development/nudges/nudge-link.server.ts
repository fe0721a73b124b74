import { z } from "zod";
import { holdsOn, readClaims, signClaims } from "~/features/identity/index.server.ts";
import type { LetterWay } from "~/features/letters/index.server.ts";
import type { LetterWays, MakeLinks } from "~/platform/feature/letter-ways.ts";
import { nudgedPractices } from "./nudge-store.server.ts";

/** Under this name letters that wait remember what their links are made from. */
const WAY = "practice-nudge";
const PURPOSE = "practice nudge";

const claims = z.object({
  organisationId: z.uuid(),
  personId: z.uuid(),
  practiceId: z.uuid(),
  day: z.iso.date(),
  linkVersion: z.int(),
});

/** Which day of whose practice a nudge asks about. Its link answers for that day, and shows nothing of the practice. */
export type NudgeClaims = z.infer<typeof claims>;

/** What the link of a nudge is made from when it leaves. It opens nothing, and so may be stored. */
export function nudgeWay(
  nudge: Pick<NudgeClaims, "practiceId" | "day" | "linkVersion">,
): LetterWay {
  const { practiceId, day, linkVersion } = nudge;
  return { to: "lent", by: WAY, from: [`${practiceId} ${day} ${linkVersion}`] };
}

/**
 * The links of nudges, made now: null where the practice is over or nudges were switched off since, and where the
 * address of its owner was changed. So a letter that waits brings nobody's link to an address that is not theirs.
 */
const makeNudgeLinks: MakeLinks = async ({ clock, secret, publicUrl }, tx, scope, from) => {
  const wanted = from.map((each) => {
    const [practiceId = "", day = "", version] = each.split(" ");
    return { practiceId, day, linkVersion: Number(version) };
  });
  const ids = wanted.map(({ practiceId }) => practiceId);
  const running = await nudgedPractices(tx, scope, ids);
  const people = [...running.values()].map(({ personId }) => personId);
  const holds = await holdsOn(tx, scope, people, clock.now());
  return wanted.map(({ practiceId, day, linkVersion }) => {
    const found = running.get(practiceId);
    if (!found || found.nudges === "never" || holds.has(found.personId)) return null;
    if (found.linkVersion !== linkVersion) return null;
    const { organisationId } = scope;
    const about = { organisationId, personId: found.personId, practiceId, day, linkVersion };
    return `${publicUrl}/nudges/${signClaims(secret, PURPOSE, about)}`;
  });
};

export const letterWays: LetterWays = { [WAY]: makeNudgeLinks };

/** Null when this server made no such link. */
export function readNudgeLink(secret: string, token: string): NudgeClaims | null {
  const signed = readClaims(secret, PURPOSE, token);
  return signed === null ? null : claims.parse(signed);
}
