import { type Instrument, parseInstrument } from "../instruments/instrument.ts";

const points = (labels: readonly string[]) =>
  labels.map((label, index) => ({ value: index + 1, label, short: label }));

const asked = (kind: string, words: string, more: object = {}) => ({
  ...{ kind, self: words, other: words },
  ...more,
});

/** A questionnaire about nobody with an item of every kind, for the gallery and for tests. */
export const everyKind = (): Instrument =>
  parseInstrument({
    format: 2,
    key: "every-kind",
    version: 1,
    name: "Every kind",
    description: "One item of each kind.",
    language: "en",
    framework: { key: "both-hats", version: 1 },
    about: "nobody",
    minutes: 4,
    scales: {
      amount: {
        kind: "amount",
        stem: { self: "How much of this is there?", other: "How much of this is there?" },
        options: [
          "Far too little",
          "Too little",
          "The right amount",
          "Too much",
          "Far too much",
        ].map((label, index) => ({ value: index - 2, label, short: label.slice(0, 14) })),
      },
      agreement: {
        kind: "truth",
        stem: { self: "How far do you agree?", other: "How far do you agree?" },
        options: points([
          "Strongly disagree",
          "Disagree",
          "Rather disagree",
          "Neither",
          "Rather agree",
          "Agree",
          "Strongly agree",
        ]),
      },
      often: {
        kind: "frequency",
        stem: { self: "How often does this happen?", other: "How often does this happen?" },
        options: points(["Never", "Rarely", "Monthly", "Weekly", "Daily"]),
      },
    },
    cantSay: { label: "Can't say" },
    sections: [
      { key: "scales", title: "On scales", intro: "Points with words." },
      { key: "others", title: "Everything else", intro: "Lists, numbers, days and words." },
    ],
    items: [
      asked("amount", "Meetings", { key: "meetings", section: "scales", scale: "amount" }),
      asked("truth", "I know what is expected of me", {
        ...{ key: "expected", section: "scales", scale: "agreement" },
      }),
      asked("frequency", "Someone thanks me for my work", {
        ...{ key: "thanks", section: "scales", scale: "often" },
      }),
      asked("statement", "The next questions are about how you work.", {
        ...{ key: "about-work", section: "others" },
      }),
      asked("choice", "Where do you mostly work?", {
        ...{ key: "place", section: "others", orElse: "Somewhere else" },
        options: [
          { value: 1, label: "On site" },
          { value: 2, label: "At home" },
        ],
      }),
      asked("choice", "What would help you at home?", {
        ...{ key: "help", section: "others", several: true, when: { item: "place", is: [2] } },
        options: [
          { value: 1, label: "A better chair" },
          { value: 2, label: "A second screen" },
        ],
      }),
      asked("number", "How likely are you to recommend us as a place to work?", {
        ...{ key: "recommend", section: "others" },
        ends: { low: "not at all likely", high: "extremely likely" },
      }),
      asked("number", "How many minutes is your way to work?", {
        ...{ key: "minutes", section: "others", low: 0, high: 300, required: false },
      }),
      asked("date", "Since when have you been in this team?", {
        ...{ key: "since", section: "others", earliest: "1960-01-01", latest: "2026-12-31" },
      }),
      asked("rank", "What should we work on first?", {
        ...{ key: "first", section: "others" },
        options: [
          { value: 1, label: "Pay" },
          { value: 2, label: "Tools" },
          { value: 3, label: "Hours" },
        ],
      }),
      asked("text", "One word for your week", { key: "word", section: "others", long: false }),
      asked("text", "What else should we know?", {
        ...{ key: "else", section: "others", hint: "Leave out names." },
      }),
    ],
  });
