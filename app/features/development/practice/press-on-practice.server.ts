import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import {
  checkInAnswers,
  daysOfPractice,
  LONGEST_ACTION,
  LONGEST_REFLECTION,
  longerEnd,
  type Practice,
  stepFits,
} from "../domain/practice/practice.ts";
import { answerableDays } from "../domain/practice/practice-days.ts";
import {
  deleteCheckIn,
  deletePractice,
  type KeptPractice,
  keepCheckIn,
} from "./practice-store.server.ts";
import {
  changePractice,
  type HeldPractices,
  noteOnPractice,
  type PracticeOutcome,
  type Ticking,
  workOnPractices,
} from "./work-on-practice.server.ts";

/** Which form of the page, so that what was typed comes back where it was typed. */
const intent = z.string().max(20);
const words = z.string().trim().max(LONGEST_REFLECTION).default("");

/** What the buttons of the page do. `day` is the day the page showed, which may be over by now. */
export const practicePress = z.discriminatedUnion("step", [
  z.object({
    step: z.literal("begin"),
    intent,
    rehearsed: z.string().trim().min(1).max(LONGEST_ACTION),
  }),
  z.object({ step: z.literal("answer"), intent, answer: z.enum([...checkInAnswers, "unsaid"]) }),
  z.object({ step: z.enum(["midway", "finish"]), intent, words }),
  z.object({ step: z.enum(["discard", "extend", "stop", "resume"]), intent }),
]);
export type PracticePress = z.output<typeof practicePress>;

/**
 * Carries out what one button says for what whoever asks practises. Pressed twice, it is done once; what no longer fits
 * is said, and changes nothing.
 */
export function pressOnPractice(
  platform: Ticking,
  actor: Actor,
  press: PracticePress,
): Promise<PracticeOutcome> {
  return workOnPractices<void>(platform, actor, async (held) => {
    const one = press.step === "resume" ? held.past[0] : held.open;
    if (press.step === "answer") return answerDay(held, press);
    if (!one)
      return isDone(held, press) ? { ok: true } : refuseInput({ code: "changed-meanwhile" });
    if (!stepFits(one, press.step, held.today))
      return isDone(held, press) ? { ok: true } : refuseInput({ code: "changed-meanwhile" });
    if (press.step === "resume" && held.open) return refuseInput({ code: "another" });
    await carryOut(platform, held, one, press);
    return { ok: true };
  });
}

/** Whether a press came to what is so already, as a second one does. */
function isDone({ open, past, today }: HeldPractices, { step }: PracticePress): boolean {
  switch (step) {
    case "begin":
    case "resume":
      return open?.state === "running";
    case "midway":
      return typeof open?.midway === "string";
    case "extend":
      return open !== null && open.extendedOn !== null;
    case "finish":
    case "stop":
      return past[0]?.endedOn === today;
    case "discard":
      return open === null;
    case "answer":
      return false;
  }
}

async function carryOut(
  platform: Ticking,
  held: HeldPractices,
  practice: KeptPractice,
  press: Exclude<PracticePress, { step: "answer" }>,
): Promise<void> {
  const { tx, actor, today } = held;
  const { id, endsOn } = practice;
  const become = (facts: Partial<Practice>) => changePractice(platform, held, practice, facts);
  switch (press.step) {
    case "begin":
      await become({ state: "running", ...daysOfPractice(today) });
      return noteOnPractice(platform, held, "begun", id);
    case "discard":
      await deletePractice(tx, actor, id);
      return noteOnPractice(platform, held, "discarded", id);
    case "midway":
      await become({ midway: press.words });
      return noteOnPractice(platform, held, "reflected", id);
    case "finish":
      await become({ state: "finished", endedOn: today, learned: press.words });
      return noteOnPractice(platform, held, "finished", id);
    case "stop":
      await become({ state: "stopped", endedOn: today });
      return noteOnPractice(platform, held, "stopped", id);
    case "resume":
      await become({ state: "running", endedOn: null });
      return noteOnPractice(platform, held, "resumed", id);
    case "extend":
      await become({ extendedOn: today, endsOn: longerEnd({ endsOn: endsOn ?? today }, today) });
      return noteOnPractice(platform, held, "extended", id);
  }
}

type DayAnswer = Extract<PracticePress, { step: "answer" }>;
type Answering = Pick<HeldPractices, "tx" | "open" | "today" | "daysOf"> & {
  actor: OrganisationScope;
};

/** The day an answer is for is the `intent` of its form, so that a page of yesterday answers for yesterday. */
export async function answerDay(
  { tx, actor, open, today, daysOf }: Answering,
  { intent: day, answer: said }: Pick<DayAnswer, "intent" | "answer">,
): Promise<PracticeOutcome> {
  if (open?.state !== "running") return refuse("unknown");
  if (!answerableDays(daysOf(open), today).some((each) => each.day === day))
    return refuseInput({ code: "too-late" });
  if (said === "unsaid") await deleteCheckIn(tx, actor, open.id, day);
  else await keepCheckIn(tx, actor, open.id, { day, answer: said });
  return { ok: true };
}
