import type { Actor } from "~/features/identity/index.ts";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Hat } from "../domain/hat.ts";
import { isSilenced } from "../domain/practice/nudge.ts";
import {
  type NudgeChoice,
  PRACTICE_DAYS,
  type Practice,
  type PracticeStep,
  stepFits,
} from "../domain/practice/practice.ts";
import { answerableDays, type PracticeDay } from "../domain/practice/practice-days.ts";
import {
  type PracticeTally,
  type StrengthPoint,
  type StrengthWord,
  strengthOver,
  strengthWord,
  tallyOf,
} from "../domain/practice/strength.ts";
import { behaviourCalled } from "../library/behaviours.server.ts";
import { ownAreas } from "./practice-source.server.ts";
import type { KeptPractice } from "./practice-store.server.ts";
import { type OwnPractices, ownPracticesOf, type Ticking } from "./work-on-practice.server.ts";

/** What is practised, as its page shows it. */
export type ShownOpenPractice = Pick<
  Practice,
  "id" | "cue" | "action" | "weekdays" | "state" | "begunOn" | "endsOn" | "midway"
> & {
  behaviour: string | null;
  hat: Hat | null;
  /** The day that is asked about: today, or the latest of the last week without an answer. */
  asked: PracticeDay | null;
  /** Every day so far, with how strong it had grown by its end. */
  days: (PracticeDay & StrengthPoint)[];
  /** Those that can still be answered or corrected, the latest first. */
  recent: PracticeDay[];
  word: StrengthWord;
  tally: PracticeTally;
  /** Days that come after today, and how many all of them are. */
  left: number;
  length: number;
  steps: PracticeStep[];
  nudges: NudgeChoice;
  nudgeHour: number;
  /** No nudge comes, as the last ones were ignored. */
  isSilent: boolean;
};

export type PastPractice = Pick<
  Practice,
  "id" | "cue" | "action" | "state" | "begunOn" | "endedOn" | "midway" | "learned"
> & { word: StrengthWord; tally: PracticeTally; mayResume: boolean };

export type PracticePage = {
  open: ShownOpenPractice | null;
  past: PastPractice[];
  /** What of one's own plan can be practised. */
  areas: { id: string; title: string; behaviour: string | null }[];
  today: string;
};

const STEPS = ["begin", "discard", "midway", "finish", "extend", "stop"] as const;

/** What whoever asks practises, and what they did before. */
export function practicePage(platform: Ticking, actor: Actor): Promise<PracticePage> {
  return inOrganisation(platform, actor, async (tx) => {
    const { personId } = actor;
    if (personId === null) throw new Error("whoever is in no directory has no practice");
    const own = await ownPracticesOf(platform, tx, { ...actor, personId });
    const areas = await ownAreas(tx, { ...actor, personId });
    return {
      open: own.open && shownOpen(own, own.open),
      past: own.past.map((practice) => shownPast(own, practice)),
      areas: areas.map(({ id, title, behaviour }) => ({ id, title, behaviour })),
      today: own.today,
    };
  });
}

/** The practice that somebody is at, as a page shows it. */
export function shownOpen(own: OwnPractices, practice: KeptPractice): ShownOpenPractice {
  const { today, daysOf } = own;
  const days = daysOf(practice);
  const strength = strengthOver(days, practice);
  const recent = practice.state === "running" ? answerableDays(days, today) : [];
  const behaviour = practice.behaviour && behaviourCalled(practice.behaviour, readerLanguage());
  const { id, cue, action, weekdays, state, begunOn, endsOn, midway, nudges, nudgeHour } = practice;
  return {
    ...{ id, cue, action, weekdays, state, begunOn, endsOn, midway },
    behaviour: behaviour ? behaviour.behaviour.label : null,
    hat: behaviour ? behaviour.hat : null,
    asked: recent.find(({ standing }) => standing === "open" || standing === "missed") ?? null,
    days: days.map((day, at) => ({ ...day, strength: strength[at]?.strength ?? 0 })),
    recent,
    word: strengthWord(strength.at(-1)?.strength ?? 0),
    tally: tallyOf(days),
    left: endsOn === null ? PRACTICE_DAYS : Math.max(0, daysBetween(today, endsOn)),
    length: begunOn && endsOn ? daysBetween(begunOn, endsOn) + 1 : PRACTICE_DAYS,
    ...{ nudges, nudgeHour },
    isSilent: nudges !== "never" && isSilenced(practice, daysAfter(today, 1)),
    steps: STEPS.filter((step) => stepFits(practice, step, today)),
  };
}

function shownPast(
  { daysOf, today, open, past }: OwnPractices,
  practice: KeptPractice,
): PastPractice {
  const days = daysOf(practice);
  const { id, cue, action, state, begunOn, endedOn, midway, learned } = practice;
  return {
    ...{ id, cue, action, state, begunOn, endedOn, midway, learned },
    word: strengthWord(strengthOver(days, practice).at(-1)?.strength ?? 0),
    tally: tallyOf(days),
    // The last one alone, as that is what the button goes on with.
    mayResume: open === null && practice === past[0] && stepFits(practice, "resume", today),
  };
}
