import { organisationName } from "~/features/identity/index.server.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ownAssessmentsPath } from "../../paths/assessment-paths.ts";
import { assessmentLetters } from "./kinds.ts";

type Round = { organisationId: string; id: string; name: string; closesOn: string | null };

type Letter =
  | { kind: "asked" | "named"; to: readonly string[] }
  | { kind: "called-off"; to: readonly string[]; reason: string };

/**
 * Writes to people about a round of assessments, each in their language, whoever can be written to. The page it leads
 * to is behind their own sign-in, so that no address that was changed opens anything. @returns how many are told.
 */
export async function sendAssessmentLetters(
  platform: Pick<Platform, "clock" | "jobs" | "publicUrl">,
  tx: Tx,
  round: Round,
  letter: Letter,
): Promise<number> {
  const kind = assessmentLetters[letter.kind];
  const organisation = await organisationName(tx, round);
  const designs = new Map<string, DesignedLetter>();
  const messages: NewMessage[] = [];
  const leads = letter.kind !== "called-off";
  for (const { name, email, language: own, status } of await peopleByIds(tx, round, letter.to)) {
    if (!email || status !== "active") continue;
    const language = languageAmong(languages, own === null ? [] : [own]);
    const fill =
      designs.get(language) ?? (await designLetter(kind, language, { withoutLink: !leads }));
    designs.set(language, fill);
    const date = round.closesOn === null ? "" : writtenDate(round.closesOn, language);
    const reason = letter.kind === "called-off" ? letter.reason : "";
    const filled = fill(
      { name, organisation, round: round.name, date, reason },
      leads ? `${platform.publicUrl}${ownAssessmentsPath}` : null,
    );
    messages.push({ aboutId: leads ? round.id : null, to: { name, address: email }, ...filled });
  }
  await queueMessages(platform, tx, round, messages);
  return messages.length;
}
