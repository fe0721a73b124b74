/** What somebody may do about an area. */
export const actionKinds = [
  "practice",
  "course",
  "stretch",
  "rotation",
  "mentor",
  "peer",
  "conversation",
  "reading",
  "other",
] as const;
export type ActionKind = (typeof actionKinds)[number];

export const areaStatuses = ["open", "reached", "dropped"] as const;
export type AreaStatus = (typeof areaStatuses)[number];

export const actionStatuses = ["open", "done", "dropped"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** In a form: of both hats, or of neither. */
export const BOTH_HATS = "both";

/** What can become of a plan, for its history. */
export const planEventKinds = [
  "begun",
  "area-added",
  "area-changed",
  "area-reached",
  "area-dropped",
  "area-reopened",
  "action-added",
  "action-changed",
  "action-done",
  "action-again",
  "action-dropped",
  "starter-taken",
  "overruled",
  "commented",
  "ended",
  "published",
  "unpublished",
] as const;
export type PlanEventKind = (typeof planEventKinds)[number];

export type Origin = "report" | "role" | "starter" | "own";
export type AreaDirection = "more" | "less" | "keep";

/** What an area came from, as it stood when it was chosen. */
export type AreaSource = {
  origin: Origin;
  reportId: string | null;
  framework: string | null;
  competency: string | null;
  behaviour: string | null;
  direction: AreaDirection | null;
};

/** Said of nothing in particular. */
export const OWN_SOURCE: AreaSource = {
  ...{ origin: "own", reportId: null, framework: null },
  ...{ competency: null, behaviour: null, direction: null },
};

/** What is to be reached: one text for each letter of SMART but the last, which is a day. */
export type Goal = {
  goal: string;
  measure: string;
  means: string;
  reason: string;
  /** A calendar date. */
  dueOn: string | null;
};

export type PlanAction = {
  id: string;
  areaId: string;
  kind: ActionKind;
  words: string;
  /** Who sees to it; null: whose plan it is. */
  ownerId: string | null;
  dueOn: string | null;
  hat: string | null;
  evidence: string;
  practice: string | null;
  status: ActionStatus;
  doneOn: string | null;
  revision: number;
};

export type PlanArea = AreaSource &
  Goal & { id: string; title: string; hat: string | null; status: AreaStatus; revision: number };

export type Plan = {
  id: string;
  personId: string;
  begunOn: string;
  endedOn: string | null;
  overruledOn: string | null;
  areas: PlanArea[];
  actions: PlanAction[];
};

/** What one can work on at a time; more is none of it. */
export const MOST_AREAS = 3;

/** More than anybody carries out; a plan may have as many, those done and dropped among them. */
export const MOST_ACTIONS = 60;

/** From so many open ones on, the page says that fewer are more. */
export const MANY_ACTIONS = 10;

export const LONGEST_TEXTS = {
  ...{ title: 120, goal: 300, measure: 300, means: 500, reason: 500 },
  ...{ words: 300, evidence: 1_000, comment: 2_000 },
} as const;

export const openAreas = ({ areas }: Pick<Plan, "areas">): PlanArea[] =>
  areas.filter(({ status }) => status === "open");
