import type { Actor } from "~/features/identity/index.ts";
import { OPERATOR } from "~/features/identity/index.ts";
import { zoneOf } from "~/features/people/index.server.ts";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Sample } from "~/platform/feature/sample.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type ActionForm, actionInput } from "../domain/plan/action-form.ts";
import { areaInput } from "../domain/plan/area-form.ts";
import { BOTH_HATS } from "../domain/plan/plan.ts";
import { type CheckInAnswer, PRACTICE_DAYS } from "../domain/practice/practice.ts";
import { practicesFor } from "../library/guide-reads.server.ts";
import { sourcesFor } from "../plan/area-sources.server.ts";
import { saveAction } from "../plan/save-action.server.ts";
import { addArea } from "../plan/save-area.server.ts";
import { type PracticePress, pressOnPractice } from "../practice/press-on-practice.server.ts";
import { savePracticeChoice } from "../practice/save-practice-choice.server.ts";
import { tellFollowThrough } from "../proof/tell-follow-through.server.ts";
import { whoChose } from "./sample-reads.server.ts";

type Somebody = Actor & { personId: string };
type On = Sample<Actor>["on"];

/** After a report: so long until it is in a plan, and until the first day of practice. */
const PLANNED_AFTER = 20;
const PRACTISED_AFTER = 3;
/** Some are in the middle of theirs today. */
const RUNNING_SINCE = -12;
const WEEKDAYS = ["1", "3", "5"] as const;

const ACTIONS: readonly (Pick<ActionForm, "kind" | "words"> & { evidence: string })[] = [
  {
    kind: "stretch",
    words: "Hand one decision to somebody in the team, and stay out of it for a quarter",
    evidence: "They decided, and told me afterwards.",
  },
  {
    kind: "peer",
    words: "Sit in on a meeting of a colleague who is good at this",
    evidence: "Two things that I took over.",
  },
  {
    kind: "conversation",
    words: "Ask whoever leads me what they would try in my place",
    evidence: "One thing agreed, with a day.",
  },
  {
    kind: "mentor",
    words: "Talk it over with someone who came through it, three times until summer",
    evidence: "Three dates, and what I changed after each.",
  },
];

const MEASURES = [
  "Two people of my team say so without being asked.",
  "In the next report the average is nearer to the right amount.",
  "I can name five days in a month on which I did it.",
] as const;

const LEARNED = [
  "Easier than I thought once the moment was clear.",
  "The moment came less often than planned; twice a week is enough.",
  "People noticed before I told them.",
] as const;

/**
 * Of those who chose something in their report, three in four put it into a plan, and half practised it; some are at
 * it today. Then HR is told how many, as everywhere.
 */
export async function liveSamplePlans({ admin, lookAround, on }: Sample<Actor>): Promise<void> {
  const readers = await inOrganisation(on(0), admin, (tx) => whoChose(tx, admin));
  for (const [at, { personId, releasedAt }] of readers.entries()) {
    if (personId === null || releasedAt === null || lookAround.includes(personId)) continue;
    if (at % 4 === 3) continue;
    const actor = {
      ...admin,
      accountId: OPERATOR,
      personId,
      role: "member",
      owner: false,
    } as const;
    const day = daysBetween(todayOf(on(0)), releasedAt.toISOString().slice(0, 10));
    const planned = day + PLANNED_AFTER + (at % 9);
    const area = await plan(on(planned), actor, at);
    if (at % 2 === 0) await practise(on, actor, { area, at, planned });
  }
  await tellFollowThrough(on(0), admin);
}

async function plan(platform: Platform, actor: Somebody, at: number): Promise<string> {
  const today = todayOf(platform);
  const sources = await inOrganisation(platform, actor, (tx) =>
    sourcesFor(tx, actor, { today, language: "en" }),
  );
  const source = sources.find(({ because }) => because.kind === "report");
  if (!source) throw new Error("the sample has nothing to plan");
  const form = areaInput.parse({
    ...{ title: source.title, hat: source.hat ?? BOTH_HATS, goal: source.goal },
    ...{ measure: oneOf(MEASURES, at), dueOn: daysAfter(today, 90) },
  });
  const { id } = taken(await addArea(platform, actor, source.from, form));
  for (const place of [at, at + 1]) {
    const { kind, words, evidence } = oneOf(ACTIONS, place);
    const action = { kind, words, evidence, hat: form.hat, dueOn: daysAfter(today, 60) };
    taken(await saveAction(platform, actor, { area: id }, actionInput.parse(action)));
  }
  return id;
}

type Practising = { area: string; at: number; planned: number };

async function practise(on: On, actor: Somebody, { area, at, planned }: Practising): Promise<void> {
  const isRunning = at % 6 === 0;
  const first = isRunning ? RUNNING_SINCE : planned + PRACTISED_AFTER;
  const chosen = await chosenPractice(on(first), actor, at);
  const asked = { area, behaviour: null, offered: chosen.offered };
  const form = { ...chosen.words, weekdays: [...WEEKDAYS], nudges: "never" as const, nudgeHour: 8 };
  taken(await savePracticeChoice(on(first), actor, asked, form));
  const press = async (day: number, what: PracticePress) =>
    required(await pressOnPractice(on(day), actor, what));
  await press(first, { step: "begin", intent: "begin", rehearsed: chosen.words.action });
  const last = isRunning ? 0 : first + PRACTICE_DAYS - 1;
  // As everybody does, they answer by the days of where they are.
  const zone = await inOrganisation(on(first), actor, (tx) => zoneOf(tx, actor, actor.personId));
  for (let day = first; day < last; day += 1) {
    const date = dateIn(zone, on(day).clock.now());
    const answer = answerOn(date, at + day);
    if (answer) await press(day, { step: "answer", intent: date, answer });
  }
  if (isRunning) return;
  // A day later, since where clocks are set back in between thirty days end one later.
  await press(last + 1, { step: "finish", intent: "finish", words: oneOf(LEARNED, at) });
}

/** What became of a day of practice; null where it is none, or nothing was said. */
function answerOn(date: string, chance: number): CheckInAnswer | null {
  const weekday = String(new Date(`${date}T12:00:00Z`).getUTCDay());
  if (!WEEKDAYS.some((each) => each === weekday)) return null;
  const drawn = Math.abs(chance * 7) % 10;
  if (drawn < 6) return "done";
  return drawn < 7 ? "no-chance" : drawn < 9 ? "not" : null;
}

async function chosenPractice(platform: Platform, actor: Somebody, at: number) {
  const offered = await inOrganisation(platform, actor, async (tx) => {
    const sources = await sourcesFor(tx, actor, { today: todayOf(platform), language: "en" });
    const behaviour = sources.find(({ because }) => because.kind === "report")?.source.behaviour;
    return behaviour ? await practicesFor(tx, actor, behaviour, "en") : null;
  });
  const { key, cue, action } = oneOf(offered ?? [], at);
  return { offered: key, words: { cue, action } };
}

function oneOf<Value>(from: readonly Value[], at: number): Value {
  const found = from[at % from.length];
  if (found === undefined) throw new Error("the sample has nothing to choose from");
  return found;
}

type Refused = { ok: false };

/** The sample is our own, so a refusal is a fault. */
function taken<Value>(outcome: { ok: true; value: Value } | Refused): Value {
  if (!outcome.ok) throw new Error(`the sample was refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

function required(outcome: { ok: true } | Refused): void {
  if (!outcome.ok) throw new Error(`the sample was refused: ${JSON.stringify(outcome)}`);
}
