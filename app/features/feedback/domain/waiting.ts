import { earlierDate, isPastClosing, type RoundState } from "~/features/rounds/domain/index.ts";

/** Something about a 360 that waits for one person, in the order in which it is to be shown. */
export type OwnTask =
  | { kind: "nomination"; participantId: string; cycleName: string; nominateBy: string | null }
  | { kind: "lists"; task: "approve" | "nominate"; count: number; only: OtherList | null }
  | { kind: "coaching"; count: number; name: string };

/** Somebody else's list of raters. */
export type OtherList = { participantId: string; name: string };

export type OwnFacts = {
  nominations: readonly {
    participantId: string;
    cycleName: string;
    nominateBy: string | null;
    submitted: boolean;
  }[];
  /** Lists of others that wait for this person. */
  lists?: { toApprove: readonly OtherList[]; toNominate: readonly OtherList[] };
  /** Names of those whose report waits for this person as their coach. */
  coached?: readonly string[];
};

/** What waits for a person: their own raters, lists of others, then reports they coach. */
export function ownTasks(facts: OwnFacts): OwnTask[] {
  const nominations = facts.nominations
    .filter((each) => !each.submitted)
    .map(({ participantId, cycleName, nominateBy }) => {
      return { kind: "nomination" as const, participantId, cycleName, nominateBy };
    });
  return [
    ...nominations.sort((a, b) => earlierDate(a.nominateBy, b.nominateBy)),
    ...listTask("approve", facts.lists?.toApprove ?? []),
    ...listTask("nominate", facts.lists?.toNominate ?? []),
    ...coachingTask(facts.coached ?? []),
  ];
}

/** Lists of one sort are one task; a single one is named. */
function listTask(task: "approve" | "nominate", lists: readonly OtherList[]): OwnTask[] {
  const [first] = lists;
  if (!first) return [];
  const only = lists.length === 1 ? { participantId: first.participantId, name: first.name } : null;
  return [{ kind: "lists", task, count: lists.length, only }];
}

function coachingTask(coached: readonly string[]): OwnTask[] {
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

/** What stands still until HR does something. */
export const standsStill = (kind: CycleTaskKind): boolean =>
  kind === "overdue" || kind === "closed" || kind === "nominations-due";

type CycleFacts = { state: RoundState; closesOn: string | null; nominateBy: string | null };

/** What a cycle needs from HR; null when it is released or called off and needs nothing. */
export function cycleTask(cycle: CycleFacts, today: string): CycleTaskKind | null {
  switch (cycle.state) {
    case "released":
    case "called-off":
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
