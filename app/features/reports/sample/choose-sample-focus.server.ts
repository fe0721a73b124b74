import { type Actor, OPERATOR } from "~/features/identity/index.ts";
import { instrumentById, measuredItems } from "~/features/questionnaires/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Sample } from "~/platform/feature/sample.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type FocusSuggestion, suggestFocus } from "../domain/focus.ts";
import { chooseFocus } from "../report/choose-focus.server.ts";
import { reportView } from "../report/report-reads.server.ts";
import { readReports } from "./sample-reads.server.ts";

/** Of ten who read their report so many choose something; what follows fails in the silence after a report. */
const OF_TEN = 7;
const DAY_MS = 86_400_000;

const NEXT_STEPS: Record<FocusSuggestion["direction"], readonly string[]> = {
  more: [
    "Do it once in every Monday meeting, and ask one person afterwards whether it showed.",
    "Begin with the two people whom I meet most, and write down what came of it.",
    "Choose one piece of work this month in which I do it from the first day on.",
  ],
  less: [
    "Count for a week how often I do it, and halve that in the next.",
    "Ask the team to tell me when I do it, and thank whoever does.",
    "Leave it out in one meeting a week, and see what is missing afterwards.",
  ],
  keep: [
    "Use it on purpose where the next big change comes up.",
    "Show somebody new how I go about it, and learn what they do otherwise.",
    "Keep it, and take care that it doesn’t grow into too much.",
  ],
};

/** Most of those who read their latest report choose one or two things in it to work on, within a fortnight. */
export async function chooseSampleFocus({ admin, lookAround, on }: Sample<Actor>): Promise<void> {
  const reports = await inOrganisation(on(0), admin, (tx) => readReports(tx, admin));
  const newest = reports[0]?.releasedAt ?? null;
  for (const [at, { id, personId, releasedAt }] of reports.entries()) {
    if (personId === null || lookAround.includes(personId) || at % 10 >= OF_TEN) continue;
    if (releasedAt === null || releasedAt.getTime() !== newest?.getTime()) continue;
    const since = Math.round((releasedAt.getTime() - on(0).clock.now().getTime()) / DAY_MS);
    const actor: Actor = { ...admin, accountId: OPERATOR, personId, role: "member", owner: false };
    await choose(on(since + 1 + (at % 14)), actor, { reportId: id, at });
  }
}

async function choose(
  platform: Platform,
  actor: Actor,
  { reportId, at }: { reportId: string; at: number },
): Promise<void> {
  const suggested = await inOrganisation(platform, actor, async (tx) => {
    const view = await reportView(tx, actor, reportId, dateOf(platform, 0));
    const content = view && (await instrumentById(tx, actor, view.instrumentId));
    if (!content) throw new Error("the sample has a report that nobody can read");
    const amounts = new Set(
      measuredItems(content.instrument)
        .filter(({ scale }) => scale.centre !== undefined)
        .map(({ item }) => item.key),
    );
    return suggestFocus(view.content, (item) => amounts.has(item));
  });
  const focus = suggested.slice(0, 1 + (at % 2)).map(({ item, direction }, place) => {
    const steps = NEXT_STEPS[direction];
    const nextStep = steps[(at + place) % steps.length] ?? "";
    return { item, nextStep, dueOn: dateOf(platform, 28) };
  });
  const chosen = await chooseFocus(platform, actor, reportId, { focus });
  if (!chosen.ok) throw new Error(`the sample was refused: ${chosen.reason}`);
}

function dateOf({ clock }: Platform, days: number): string {
  return new Date(clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
