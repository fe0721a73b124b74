import { type CycleState, isPastClosing, takesAnswers } from "~/features/rounds/domain/index.ts";

/** Something that waits for one person, in the order in which it is to be shown. */
export type PersonalTask =
  | { kind: "requests"; cycleId: string; cycleName: string; count: number; closesOn: string | null }
  | { kind: "nomination"; participantId: string; cycleName: string; nominateBy: string | null }
  | { kind: "lists"; task: "approve" | "nominate"; count: number; only: OtherList | null }
  | { kind: "coaching"; count: number; name: string }
  | { kind: "report"; reportId: string; cycleName: string };

/** Somebody else's list of raters. */
export type OtherList = { participantId: string; name: string };

export type PersonalFacts = {
  requests: readonly {
    cycleId: string;
    cycleName: string;
    cycleState: CycleState;
    closesOn: string | null;
    paused: boolean;
    state: string;
  }[];
  nominations: readonly {
    participantId: string;
    cycleName: string;
    nominateBy: string | null;
    submitted: boolean;
  }[];
  /** Lists of others that wait for this person. */
  lists?: { toApprove: readonly OtherList[]; toNominate: readonly OtherList[] };
  reports: readonly { id: string; cycleName: string }[];
  /** Names of those whose report waits for this person as their coach. */
  coached?: readonly string[];
};

/** What waits for a person: answers others need by a date, then their own raters, then what can be read any time. */
export function personalTasks(facts: PersonalFacts, today: string): PersonalTask[] {
  const left = facts.requests.filter(
    ({ state, cycleState, closesOn, paused }) =>
      state !== "done" && takesAnswers({ state: cycleState, closesOn, paused }, today),
  );
  const requests = [...Map.groupBy(left, (each) => each.cycleId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { cycleId, cycleName, closesOn } = first;
    return [{ kind: "requests" as const, cycleId, cycleName, closesOn, count: own.length }];
  });
  const nominations = facts.nominations
    .filter((each) => !each.submitted)
    .map(({ participantId, cycleName, nominateBy }) => {
      return { kind: "nomination" as const, participantId, cycleName, nominateBy };
    });
  const [newest] = facts.reports;
  return [
    ...requests.sort((a, b) => earlier(a.closesOn, b.closesOn)),
    ...nominations.sort((a, b) => earlier(a.nominateBy, b.nominateBy)),
    ...listTask("approve", facts.lists?.toApprove ?? []),
    ...listTask("nominate", facts.lists?.toNominate ?? []),
    ...coachingTask(facts.coached ?? []),
    ...(newest
      ? [{ kind: "report" as const, reportId: newest.id, cycleName: newest.cycleName }]
      : []),
  ];
}

/** Lists of one sort are one task; a single one is named. */
function listTask(task: "approve" | "nominate", lists: readonly OtherList[]): PersonalTask[] {
  const [first] = lists;
  if (!first) return [];
  const only = lists.length === 1 ? { participantId: first.participantId, name: first.name } : null;
  return [{ kind: "lists", task, count: lists.length, only }];
}

function coachingTask(coached: readonly string[]): PersonalTask[] {
  const [name] = coached;
  return name === undefined ? [] : [{ kind: "coaching", count: coached.length, name }];
}

export type CycleTaskKind =
  | "overdue"
  | "closed"
  | "nominations-due"
  | "draft"
  | "nominating"
  | "collecting"
  | "closing";

/** Most pressing first: what stands still until somebody acts, then what runs by itself. */
const urgency: readonly CycleTaskKind[] = [
  "overdue",
  "closed",
  "nominations-due",
  "draft",
  "nominating",
  "collecting",
  "closing",
];

type CycleFacts = { state: CycleState; closesOn: string | null; nominateBy: string | null };

/** What a cycle needs from HR; null when it is released and needs nothing. */
export function cycleTask(cycle: CycleFacts, today: string): CycleTaskKind | null {
  switch (cycle.state) {
    case "released":
      return null;
    case "nominating":
      return cycle.nominateBy !== null && cycle.nominateBy < today
        ? "nominations-due"
        : "nominating";
    case "collecting":
      return isPastClosing(cycle, today) ? "overdue" : "collecting";
    default:
      return cycle.state;
  }
}

/** The cycles that need something, most pressing first; within that, in the order given. */
export function cyclesToTend<Cycle extends CycleFacts>(
  cycles: readonly Cycle[],
  today: string,
): { cycle: Cycle; kind: CycleTaskKind }[] {
  return cycles
    .flatMap((cycle) => {
      const kind = cycleTask(cycle, today);
      return kind ? [{ cycle, kind }] : [];
    })
    .sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind));
}

function earlier(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
