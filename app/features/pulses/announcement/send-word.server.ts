import { z } from "zod";
import { mayHavePlan } from "~/features/development/index.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { announcementSteps, LONGEST_WORD } from "../domain/announcing.ts";
import { askSuggestions } from "../suggestions/ask-suggestions.server.ts";
import { insertAnnouncement } from "./announcement-store.server.ts";
import { plannedAnnouncement } from "./planned-announcement.server.ts";
import { sendToAll } from "./send-to-all.server.ts";

/**
 * Which word is sent, of the report that the page showed. To whom is nobody's to say: it goes to all who were asked.
 */
export const sendWordInput = z.object({
  report: z.string(),
  step: z.enum(announcementSteps),
  word: z.string("missing").trim().min(1, "missing").max(LONGEST_WORD, "too-long"),
  /** Whether everybody is asked for one suggestion, too. */
  ask: z.literal("on").optional(),
});

type SendWordOutcome = Outcome<
  { told: number },
  "not-allowed" | "nothing" | "no-focus" | "not-now" | "nobody" | "few-raters"
>;

const acts = {
  announced: "announcement.announced",
  thanked: "announcement.thanked",
  told: "announcement.told",
} as const;

/** Tells all who were asked about whoever asks, each in a letter of their own. Sent twice it is sent once. */
export function sendWord(
  platform: Platform,
  actor: Actor,
  { report, step, word, ask }: z.output<typeof sendWordInput>,
): Promise<SendWordOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<SendWordOutcome> => {
    if (!mayHavePlan(actor)) return refuse("not-allowed");
    const planned = await plannedAnnouncement(platform, tx, actor);
    if (planned?.report.id !== report) return refuse("nothing");
    const { turn, focus, recipients, today } = planned;
    if (turn.kind !== "now" || turn.step !== step) return refuse("not-now");
    if (step === "announced" && focus.length === 0) return refuse("no-focus");
    if (recipients.length === 0) return refuse("nobody");
    const asks = ask === "on" && step === "announced";
    if (asks && planned.counting < planned.minimum) return refuse("few-raters");
    const { organisationId } = actor;
    const { personId, roundId, subjectId } = planned.report;
    const isFirst = await insertAnnouncement(tx, {
      ...{ organisationId, personId, reportId: report, ofRoundId: roundId, ofSubjectId: subjectId },
      ...{ step, word, sentOn: today, recipients: recipients.length },
    });
    // Another press was first.
    if (!isFirst) return refuse("not-now");
    await sendToAll(platform, tx, actor, planned, { step, word, asks });
    if (asks) await askSuggestions(platform, tx, actor, planned);
    await recordAudit(platform, tx, actor, {
      ...{ action: acts[step], subjectKind: "announcement", subjectId: report },
      detail: { told: recipients.length },
    });
    return accept({ told: recipients.length });
  });
}
