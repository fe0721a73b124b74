import type { RoleProfile } from "~/features/frameworks/index.ts";

/** What Harbourline has written down about some of its roles. */
export const sampleRoles: readonly RoleProfile[] = [
  {
    name: "Shift leader",
    titles: ["Shift leader", "Workshop foreman"],
    importance: {
      "delivering-and-coordinating": "essential",
      "empowering-and-trusting": "essential",
      "performance-and-feedback": "important",
    },
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: -0.5, high: 0.5 } },
  },
  {
    name: "Ship’s officer",
    titles: ["Master", "Chief officer", "Chief engineer", "Chief purser"],
    importance: {
      "monitoring-and-control": "essential",
      "coaching-and-developing-successors": "important",
    },
    zone: null,
  },
  {
    name: "Head of a department",
    titles: ["Head of", "Terminal manager"],
    importance: {
      "setting-goals": "important",
      "vision-and-purpose": "essential",
      "driving-change-and-innovation": "important",
    },
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
  },
];
