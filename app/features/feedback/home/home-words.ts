import type { FirstStep, HomePanel, PersonalTask, Task } from "~/platform/feature/for-home.ts";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { OwnRound } from "../cycle/own-progress-reads.server.ts";
import type { OwnTask } from "../domain/waiting.ts";
import type { TendedCycle } from "./tended-cycles.server.ts";

const hr = () => readerTexts().getFixedT(null, "feedback-hr", "home");
const lists = () => readerTexts().getFixedT(null, "nomination", "home");
const running = () => readerTexts().getFixedT(null, "cycle-running");

/** One thing that waits for whoever is signed in. */
export function taskInWords(task: OwnTask): PersonalTask {
  switch (task.kind) {
    case "nomination":
      return {
        id: `nomination ${task.participantId}`,
        urgency: "own",
        line: hr()("nomination.line", { cycle: task.cycleName }),
        detail: task.nominateBy
          ? hr()("nomination.until", { date: writtenDate(task.nominateBy) })
          : hr()("nomination.any"),
        action: hr()("nomination.action"),
        href: `/nominations/${task.participantId}`,
        icon: "people",
      };
    case "lists":
      return {
        id: `lists ${task.task}`,
        urgency: "own",
        line: lists()(task.task, { count: task.count, name: task.only?.name }),
        detail: lists()("detail"),
        action: lists()(task.only ? "actionOne" : "action"),
        href: task.only ? `/nominations/${task.only.participantId}` : "/approvals",
        icon: "people",
      };
    case "coaching":
      return {
        id: "coaching",
        urgency: "own",
        line: running()("coaching.task", { count: task.count, name: task.name }),
        detail: running()("coaching.detail"),
        action: running()("coaching.action"),
        href: "/coaching",
        icon: "report",
      };
  }
}

/** The cycles that need something from HR. */
export function tendedInWords(cycles: readonly TendedCycle[]): { title: string; tasks: Task[] } {
  return { title: hr()("tending"), tasks: cycles.map(cycleInWords) };
}

function cycleInWords({ kind, cycle, chosen, nominateBy }: TendedCycle): Task {
  const date = kind === "nominating" ? nominateBy : cycle.closesOn;
  return {
    id: `cycle ${kind} ${cycle.id}`,
    line: hr()(`cycle.${kind}.line`, { cycle: cycle.name }),
    detail: hr()(`cycle.${kind}.detail`, {
      count: cycle.participants,
      chosen: whole(chosen),
      answered: whole(cycle.answered),
      asked: whole(cycle.asked),
      date: date ? writtenDate(date) : "",
    }),
    action: hr()(`cycle.${kind}.action`),
    href: `/cycles/${cycle.id}`,
    icon: "cycle",
  };
}

/** How a participant's own round is going: groups are counted only where that points at nobody. */
export function roundPanel({ cycleId, cycleName, closesOn, groups }: OwnRound): HomePanel {
  return {
    kind: "facts",
    id: `round ${cycleId}`,
    title: running()("own.title", { cycle: cycleName }),
    ...(closesOn && { lead: running()("own.until", { date: writtenDate(closesOn) }) }),
    lines: groups.map(({ relationship, counts }) =>
      counts
        ? running()(`own.counts.${relationship}`, { ...counts })
        : running()(`own.asked.${relationship}`),
    ),
    note: running()("own.why"),
  };
}

/** What HR does once people are there and before there is any cycle. `whole`: for all, and not for some units. */
export function firstCycle({ people, whole }: { people: number; whole: boolean }): FirstStep {
  return {
    title: hr()("noCycles.title"),
    lead: hr()("noCycles.lead"),
    body: hr()(whole ? "noCycles.body" : "noCycles.bodyOfUnits", { count: people }),
    action: hr()("noCycles.action"),
    href: "/cycles/new",
  };
}
