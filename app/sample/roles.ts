import type { Importance, RoleNeeds, Weight } from "~/features/frameworks/index.ts";

type SampleNeeds = Readonly<Record<string, readonly [level: number, Weight, Importance]>>;

export type SampleRole = Pick<RoleNeeds, "name" | "zone"> & {
  titles: readonly string[];
  /** The level needed of each competency, how much it is needed and how much it matters. */
  needs: SampleNeeds;
  /** The name of one further up the list. */
  parent?: string;
  /** What will be needed instead in half a year, with the new booking system. */
  soon?: SampleNeeds;
};

/** What Harbourline has written down about some of its roles. */
export const sampleRoles: readonly SampleRole[] = [
  {
    name: "Shift leader",
    titles: ["Shift leader", "Workshop foreman"],
    needs: {
      "planning-and-organising": [3, "essential", "ordinary"],
      "delivering-and-coordinating": [4, "essential", "essential"],
      "monitoring-and-control": [3, "essential", "ordinary"],
      "performance-and-feedback": [3, "essential", "important"],
      "empowering-and-trusting": [3, "essential", "essential"],
      "empathy-and-integrity": [3, "useful", "ordinary"],
    },
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: -0.5, high: 0.5 } },
  },
  {
    name: "Ship’s officer",
    titles: ["Chief officer", "Chief engineer", "Chief purser"],
    needs: {
      "planning-and-organising": [3, "essential", "ordinary"],
      "monitoring-and-control": [4, "essential", "essential"],
      "problem-solving-and-process": [4, "essential", "ordinary"],
      "coaching-and-developing-successors": [3, "essential", "important"],
      "inspiring-and-communicating": [3, "useful", "ordinary"],
    },
    zone: null,
  },
  {
    name: "Master",
    titles: ["Master"],
    parent: "Ship’s officer",
    needs: {
      "coaching-and-developing-successors": [4, "essential", "important"],
      "inspiring-and-communicating": [4, "essential", "ordinary"],
      "empathy-and-integrity": [4, "essential", "ordinary"],
      range: [4, "essential", "ordinary"],
    },
    zone: null,
  },
  {
    name: "Head of a department",
    titles: ["Head of", "Terminal manager"],
    needs: {
      "setting-goals": [4, "essential", "important"],
      "planning-and-organising": [4, "useful", "ordinary"],
      "vision-and-purpose": [4, "essential", "essential"],
      "driving-change-and-innovation": [4, "essential", "important"],
      "coaching-and-developing-successors": [4, "essential", "ordinary"],
    },
    soon: {
      "setting-goals": [4, "essential", "important"],
      "planning-and-organising": [4, "useful", "ordinary"],
      "vision-and-purpose": [4, "essential", "essential"],
      "driving-change-and-innovation": [5, "essential", "essential"],
      "coaching-and-developing-successors": [4, "essential", "ordinary"],
      "inspiring-and-communicating": [4, "essential", "ordinary"],
    },
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
  },
];
