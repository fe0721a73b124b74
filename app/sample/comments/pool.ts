/** What a rater is asked in words: keep doing, do more of, do less of. */
export const questions = ["keep", "more", "less"] as const;
export type Question = (typeof questions)[number];

/**
 * Sentences by competency key and question. `R|` marks words only a direct report would write,
 * `B|` those of the participant's own manager, `P|` those of peers and others; `S|` fits ships, quays
 * and workshops, `H|` those who run them from head office, `O|` the other offices. Marks combine: `RSH|`
 * is a direct report's, at sea or in head office. {team} and the other places are
 * filled in with words from the participant's side of the company.
 */
export type CommentPool = Readonly<Record<string, Readonly<Record<Question, readonly string[]>>>>;

/** The part of the company a comment is about, which decides what its team and plans are called. */
export type Setting =
  | "ship"
  | "fleet"
  | "technical"
  | "terminal"
  | "commercial"
  | "finance"
  | "people";

export type Slot = "team" | "meeting" | "deadline" | "trouble" | "plan" | "work";

export const slotWords: Readonly<Record<Setting, Readonly<Record<Slot, readonly string[]>>>> = {
  ship: {
    team: ["the crew", "our crew"],
    meeting: ["the morning briefing", "the Sunday meeting on board"],
    deadline: ["the winter timetable", "the summer season", "the next crew change"],
    trouble: ["the January storm", "the blackout off the breakwater"],
    plan: ["the crew roster", "the watch plan"],
    work: ["safety drills", "loading"],
  },
  fleet: {
    team: ["the team", "our team"],
    meeting: ["the Monday fleet call", "the morning operations call"],
    deadline: ["the winter timetable", "the summer crew roster"],
    trouble: ["the week of storm cancellations", "the crew shortage at Easter"],
    plan: ["the crew roster", "the sailing plan"],
    work: ["drill reports", "timetable changes"],
  },
  technical: {
    team: ["the workshop", "the team"],
    meeting: ["the toolbox talk", "the Monday maintenance meeting"],
    deadline: ["the dry dock", "the annual class survey"],
    trouble: ["the bow thruster failure", "the generator fault in March"],
    plan: ["the maintenance plan", "the docking plan"],
    work: ["planned maintenance", "spare part orders"],
  },
  terminal: {
    team: ["the shift", "the team on the quay"],
    meeting: ["the shift handover", "the morning briefing on the quay"],
    deadline: ["the summer peak", "the quay closure"],
    trouble: ["the quay closure in March", "the check-in failure in June"],
    plan: ["the shift rota", "the berth plan"],
    work: ["boarding", "check-in"],
  },
  commercial: {
    team: ["the team", "our team"],
    meeting: ["the Monday call", "the weekly stand-up"],
    deadline: ["the new booking system", "the summer campaign"],
    trouble: ["the booking outage at Easter", "the fuel surcharge row"],
    plan: ["the campaign plan", "the project plan"],
    work: ["price changes", "group bookings"],
  },
  finance: {
    team: ["the team", "our team"],
    meeting: ["the Monday meeting", "the monthly review"],
    deadline: ["the budget round", "the year-end"],
    trouble: ["the server failure in March", "the payment stop in May"],
    plan: ["the project plan", "the yearly plan"],
    work: ["invoices", "travel claims"],
  },
  people: {
    team: ["the team", "our team"],
    meeting: ["the Monday meeting", "the monthly review"],
    deadline: ["the summer hiring", "the autumn training season"],
    trouble: ["the payroll error in May", "the flu wave in February"],
    plan: ["the training plan", "the yearly plan"],
    work: ["onboarding", "course bookings"],
  },
};

export type Side = "S" | "H" | "O";

/** The mark of the sentences that fit a setting. */
export const sideOf: Readonly<Record<Setting, Side>> = {
  ship: "S",
  technical: "S",
  terminal: "S",
  fleet: "H",
  commercial: "O",
  finance: "O",
  people: "O",
};

type Role = { department: string; jobTitle: string; level: string };

/** The setting of a manager's work. Directors of ships, quays and workshops sit in head office. */
export function settingOf({ department, jobTitle, level }: Role): Setting {
  if (jobTitle === "Chief executive") return "fleet";
  if (jobTitle.startsWith("Contact centre")) return "commercial";
  if (department === "Commercial") return "commercial";
  if (department === "Finance and administration") return "finance";
  if (department === "People and culture") return "people";
  if (level === "Executive") return "fleet";
  if (department === "Engineering and maintenance") return "technical";
  if (department === "Terminals and passengers") return "terminal";
  return /^(Master|Chief officer|Chief purser),/.test(jobTitle) ? "ship" : "fleet";
}
