import type { SampleRole } from "../roles.ts";

/** A role as Harbourline wrote it down this autumn; by title, or by level and department. */
export type WiderRole = Pick<SampleRole, "name" | "needs" | "parent"> & {
  framework: "both-hats" | "Seamanship" | "Engine room";
  titles?: readonly string[];
  levels?: readonly string[];
  departments?: readonly string[];
};

const [E, U] = ["essential", "useful"] as const;
const [O, I] = ["ordinary", "important"] as const;

/** So that everybody has one: what all of a level have in common, and what the sea asks beside it. */
export const widerRoles: readonly WiderRole[] = [
  {
    ...{ framework: "both-hats", name: "Executive", levels: ["Executive"] },
    needs: {
      "setting-goals": [4, E, I],
      "monitoring-and-control": [3, U, O],
      "vision-and-purpose": [5, E, "essential"],
      "inspiring-and-communicating": [4, E, I],
      "driving-change-and-innovation": [4, E, I],
      "coaching-and-developing-successors": [4, E, O],
      "empathy-and-integrity": [4, E, O],
    },
  },
  {
    ...{ framework: "both-hats", name: "Chief executive", titles: ["Chief executive"] },
    parent: "Executive",
    needs: { "driving-change-and-innovation": [5, E, I], "setting-goals": [5, E, I] },
  },
  {
    framework: "both-hats",
    name: "Unit manager",
    levels: ["Senior manager", "Manager"],
    needs: {
      "setting-goals": [3, E, I],
      "planning-and-organising": [4, E, I],
      "delivering-and-coordinating": [4, E, I],
      "monitoring-and-control": [3, E, O],
      "performance-and-feedback": [4, E, I],
      "problem-solving-and-process": [3, U, O],
      "inspiring-and-communicating": [3, U, O],
      "empowering-and-trusting": [3, E, O],
      "coaching-and-developing-successors": [3, E, I],
      "empathy-and-integrity": [3, E, O],
    },
  },
  {
    ...{ framework: "both-hats", name: "Team leader", levels: ["Team leader"] },
    needs: {
      "planning-and-organising": [3, E, O],
      "delivering-and-coordinating": [3, E, I],
      "performance-and-feedback": [3, E, I],
      "problem-solving-and-process": [3, U, O],
      "empowering-and-trusting": [3, U, O],
      "empathy-and-integrity": [3, E, O],
    },
  },
  {
    ...{ framework: "both-hats", name: "Specialist ashore", levels: ["Staff"] },
    departments: ["Commercial", "Finance and administration", "People and culture"],
    needs: {
      "planning-and-organising": [3, E, O],
      "delivering-and-coordinating": [3, E, O],
      "problem-solving-and-process": [3, E, I],
      "empathy-and-integrity": [2, U, O],
    },
  },
  {
    ...{ framework: "both-hats", name: "Ships, yards and terminals", levels: ["Staff"] },
    departments: ["Fleet operations", "Engineering and maintenance", "Terminals and passengers"],
    needs: {
      "delivering-and-coordinating": [2, E, I],
      "problem-solving-and-process": [2, U, O],
      "empathy-and-integrity": [2, E, O],
    },
  },
  {
    ...{ framework: "Seamanship", name: "Deck hand" },
    titles: ["Bosun", "Able seafarer", "Deck cadet"],
    needs: {
      Mooring: [3, E, I],
      Lookout: [2, E, O],
      Boarding: [2, E, O],
      "Fighting fire": [2, E, O],
      Mustering: [2, E, I],
    },
  },
  {
    ...{ framework: "Seamanship", name: "Deck officer" },
    titles: ["Master", "Chief officer", "Second officer", "Third officer", "Ship safety officer"],
    needs: {
      Mooring: [3, E, O],
      Lookout: [3, E, I],
      "Keeping the log": [3, E, O],
      "Fighting fire": [3, E, I],
      Mustering: [3, E, I],
    },
  },
  {
    ...{ framework: "Seamanship", name: "Cabin crew" },
    titles: ["Chief purser", "Purser", "Steward"],
    needs: {
      Boarding: [2, E, O],
      "Calming people": [3, E, I],
      "Fighting fire": [2, U, O],
      Mustering: [3, E, I],
    },
  },
  {
    ...{ framework: "Engine room", name: "Engineer" },
    titles: ["Chief engineer", "Second engineer", "Third engineer", "Technical superintendent"],
    needs: { "Engine rounds": [3, E, I], "Saving fuel": [3, E, O], "Pumps and valves": [3, E, O] },
  },
  {
    ...{ framework: "Engine room", name: "Engine hand" },
    titles: ["Motor mechanic", "Ship electrician", "Fitter", "Welder", "Apprentice fitter"],
    needs: { "Engine rounds": [2, E, O], "Pumps and valves": [3, E, I] },
  },
];
