import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { keepSuggestions } from "~/features/questionnaires/index.server.ts";
import type { ReportAgain } from "~/features/reports/index.server.ts";
import { saveLetter } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { inviteAgain, makeRoundAgain } from "../asking/ask-again.server.ts";
import type { RaterAgain } from "../asking/raters-again.server.ts";
import { insertSuggestionRound } from "./suggestion-store.server.ts";
import { suggestionLetter, suggestionsName, suggestionWords } from "./suggestion-words.server.ts";

type Wanted = { report: ReportAgain; today: string; asked: readonly RaterAgain[]; items: string[] };

/** Asks everybody whom an announcement is for, and nobody else, for one suggestion: a round of its own. */
export async function askSuggestions(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  { report, today, asked, items }: Wanted,
): Promise<void> {
  const { organisationId } = actor;
  const now = platform.clock.now();
  const { instrumentId: of } = report;
  const made = await keepSuggestions(tx, actor, { of, items, wordsIn: suggestionWords, now });
  if (!made) throw new Error("suggestions about nothing");
  const key = { organisationId, id: newId() };
  await makeRoundAgain(platform, tx, actor, key, {
    ...{ kind: "suggestion", nameOf: suggestionsName, report, today },
    ...{ instrumentId: made.id, raters: asked },
  });
  await insertSuggestionRound(tx, {
    ...{ organisationId, roundId: key.id, personId: report.personId, reportId: report.id },
    ...{ ofRoundId: report.roundId, ofSubjectId: report.subjectId, items },
  });
  for (const language of languages)
    for (const kind of ["reminder", "closing"] as const)
      await saveLetter(tx, key, { kind, language, ...suggestionLetter(kind, language) });
  const invitation = (language: string) => suggestionLetter("invitation", language);
  await inviteAgain(platform, tx, key, asked, invitation);
  await recordAudit(platform, tx, actor, {
    ...{ action: "suggestion.asked", subjectKind: "suggestion", subjectId: key.id },
    detail: { asked: asked.length },
  });
}
