import type { ChangeRow } from "../charts/change-data.ts";
import type { GroupRow } from "../charts/data.ts";
import type { HeatRow } from "../charts/heat-map.tsx";
import type { BalancePlane } from "../charts/plane-data.ts";

const steps = [
  { step: "clear", words: "Too much" },
  { step: "likely", words: "Likely too little" },
  { step: "open", words: "Can’t tell" },
] as const;

const tooFew = "Not shown: fewer than three people answered.";

const managing = [
  "Setting goals",
  "Planning and organising",
  "Delivering and coordinating",
  "Monitoring and control",
  "Performance and feedback",
  "Problem solving and process",
];
const leading = [
  "Vision and purpose",
  "Inspiring and communicating",
  "Empowering and trusting",
  "Coaching and developing successors",
  "Driving change and innovation",
  "Empathy and integrity",
];
const means = [0.4, 0.2, 0.9, 1.3, 0.1, -0.2, -0.9, -0.4, -1.2, -1.0, 0.0, 0.3];

/** Twelve competencies as seen by all others and by oneself; one is hidden. */
export const amountRows: readonly GroupRow[] = [...managing, ...leading].map((label, index) => {
  const value = means[index] ?? 0;
  const half = 0.2 + (index % 4) * 0.07;
  return {
    key: label,
    label,
    tone: index < managing.length ? "managing" : "leading",
    self: Math.round((value * 0.5 + 0.3) * 10) / 10,
    groups:
      index === 7
        ? [{ label: "Others", hidden: tooFew }]
        : [{ label: "Others", value, low: value - half, high: value + half, n: 9 }],
  };
});

/** The same with what others see of each, before the figures. */
export const seenRows: readonly GroupRow[] = amountRows.map((row, index) => {
  const seen = steps[index % steps.length];
  return row.groups.some((group) => "hidden" in group) || !seen ? row : { ...row, seen };
});

/** The same question answered by several groups. */
export const groupedRows: readonly GroupRow[] = [
  {
    key: "monitoring",
    label: "Monitoring and control",
    tone: "managing",
    self: 0.2,
    groups: [
      { label: "Manager", value: 0.5, n: 1 },
      { label: "Peers", value: 1.1, low: 0.7, high: 1.5, n: 5 },
      { label: "Direct reports", value: 1.6, low: 1.2, high: 2, n: 7 },
      { label: "Others", hidden: tooFew },
    ],
  },
  {
    key: "empowering",
    label: "Empowering and trusting",
    tone: "leading",
    self: 0.4,
    groups: [
      { label: "Manager", value: 0, n: 1 },
      { label: "Peers", value: -0.6, low: -1, high: -0.2, n: 5 },
      { label: "Direct reports", value: -1.4, low: -1.8, high: -1, n: 7 },
      { label: "Others", hidden: tooFew },
    ],
  },
];

/** Words longer than any column, from both sides of the page, and figures at the very ends. */
export const awkwardRows: readonly GroupRow[] = [
  {
    key: "long",
    label:
      "Arbeitsunfähigkeitsbescheinigungsverfahrensverantwortung übernehmen und weiterentwickeln",
    tone: "managing",
    self: 2,
    groups: [{ label: "Others", value: 2, low: 1.9, high: 2, n: 1284 }],
  },
  {
    key: "rtl",
    label: "التواصل الملهم مع الفريق بأكمله",
    tone: "leading",
    self: -2,
    groups: [{ label: "Others", value: -2, low: -2, high: -1.7, n: 3 }],
  },
  {
    key: "hidden",
    label: "Nothing to show",
    groups: [
      {
        label: "Others",
        hidden:
          "Not shown: the figure could be worked out from the others by whoever knows the one answer that is missing here.",
      },
    ],
  },
  {
    key: "same",
    label: "Self and others agree",
    self: 0,
    groups: [{ label: "Others", value: 0, n: 4 }],
  },
];

/** Rows on the answer scale from 1 to 5. */
export const levelRows: readonly GroupRow[] = [
  {
    key: "switch",
    label: "Notices when the situation has changed",
    self: 4,
    groups: [{ label: "Others", value: 3.4, low: 3.1, high: 3.7, n: 6 }],
  },
  {
    key: "crisis",
    label: "Steadies the team in a crisis, then decides",
    self: 3,
    groups: [{ label: "Others", value: 4.2, low: 3.9, high: 4.5, n: 6 }],
  },
  {
    key: "hats",
    label: "Says which hat is on",
    self: 5,
    groups: [{ label: "Others", hidden: tooFew }],
  },
];

const chance = "Within what chance alone brings about.";

/** Then and now: one real change each way, one that may be chance, one hidden. */
export const changeRows: readonly ChangeRow[] = [
  {
    key: "monitoring",
    label: "Monitoring and control",
    tone: "managing",
    before: 1.3,
    now: 0.4,
    noise: { low: -0.7, high: 0.4 },
    meaning: "Closer to the right amount, by more than chance.",
  },
  {
    key: "goals",
    label: "Setting goals",
    tone: "managing",
    before: 0.2,
    now: 0.4,
    noise: { low: -0.5, high: 0.5 },
    meaning: chance,
  },
  {
    key: "coaching",
    label: "Coaching and developing successors",
    tone: "leading",
    before: -1.4,
    now: -0.5,
    noise: { low: -0.6, high: 0.6 },
    meaning: "Closer to the right amount, by more than chance.",
  },
  {
    key: "end",
    label: "At the end of the scale",
    before: 2,
    now: 2,
    noise: { low: -0.4, high: 0.4 },
    meaning: chance,
  },
  { key: "vision", label: "Vision and purpose", tone: "leading", hidden: tooFew },
];

export const heatColumns = [
  "Marine",
  "Terminals",
  "Customer service",
  "Engineering",
  "Finance",
  "People",
].map((label) => ({ key: label, label }));

/** Competencies by department; small departments are hidden. */
export const heatRows: readonly HeatRow[] = [...managing.slice(0, 3), ...leading.slice(1, 4)].map(
  (label, row) => ({
    key: label,
    label,
    cells: heatColumns.map((_, column) =>
      (row * 5 + column * 3) % 11 === 4
        ? { hidden: "Fewer than 3" }
        : {
            value: Math.round(Math.sin(row * 1.7 + column * 2.3) * 18) / 10,
            n: 5 + ((row + column) % 7),
          },
    ),
  }),
);

export const planeAxes: BalancePlane["axes"] = {
  managing: { name: "Managing", tooLittle: "Too little managing", tooMuch: "Too much managing" },
  leading: { name: "Leading", tooLittle: "Too little leading", tooMuch: "Too much leading" },
};
