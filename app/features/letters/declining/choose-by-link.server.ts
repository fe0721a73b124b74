import { z } from "zod";
import { organisationName, recordAudit } from "~/features/identity/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsOf } from "../letter-words.server.ts";
import { declinedKinds, markDeclined } from "./declined-store.server.ts";
import { readStopLink } from "./stop-link.server.ts";

/** What the page behind the link sends. */
export const linkChoice = z.object({ choice: z.enum(["without", "wanted"]) });
export type LinkChoice = z.output<typeof linkChoice>["choice"];

type Parts = Pick<Platform, "database" | "clock" | "secret">;

/** Which letters a link is about, and whether they come. */
export type StopView = {
  organisation: string;
  about: string;
  hint: string;
  isDeclined: boolean;
};

/** What the page behind a link shows; null where it is not ours, or there is no such letter or reader any more. */
export async function readStopView(
  platform: Parts,
  token: string,
  kinds: readonly KindOfLetter[],
): Promise<StopView | null> {
  const claims = readStopLink(platform.secret, token);
  const kind = kinds.find(({ name, mayBeDeclined }) => mayBeDeclined && name === claims?.kind);
  if (!claims || !kind) return null;
  return inOrganisation(platform, claims, async (tx) => {
    const [person] = await peopleByIds(tx, claims, [claims.personId]);
    if (!person) return null;
    const language = readerLanguage();
    return {
      organisation: await organisationName(tx, claims),
      about: wordsOf(kind, language, "about"),
      hint: wordsOf(kind, language, "aboutHint"),
      isDeclined: (await declinedKinds(tx, claims)).includes(kind.name),
    };
  });
}

/**
 * Whoever holds a letter's link says whether they want more of its kind, and nothing about any other. Said twice, it
 * is so once.
 */
export async function chooseByLink(
  platform: Parts,
  token: string,
  choice: LinkChoice,
): Promise<Outcome<void, "unknown">> {
  const claims = readStopLink(platform.secret, token);
  if (!claims) return refuse("unknown");
  const { organisationId, personId, kind } = claims;
  return inOrganisation(platform, claims, async (tx) => {
    const [person] = await peopleByIds(tx, claims, [personId]);
    if (!person) return refuse("unknown");
    const isDeclined = choice === "without";
    if ((await declinedKinds(tx, claims)).includes(kind) === isDeclined) return { ok: true };
    await markDeclined(tx, claims, kind, isDeclined);
    await recordAudit(
      platform,
      tx,
      { organisationId, accountId: null },
      {
        ...{
          action: "letters.by-link",
          subjectKind: "person",
          subjectId: personId,
        },
        detail: { declined: isDeclined },
      },
    );
    return { ok: true };
  });
}
