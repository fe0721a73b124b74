import type { IconName } from "./icon-name.ts";

/**
 * What a feature has for the home page of whoever asks, in words that are ready to be shown. All of it may be left out.
 */
export type ForHome = {
  /** What waits for them, in the order in which it is to be shown among the feature's own. */
  tasks?: readonly PersonalTask[];
  /** What they see to for others, most pressing first, under a heading of its own. */
  tending?: { title: string; tasks: readonly Task[] };
  panels?: readonly HomePanel[];
  /** What has to be done before there is anything else to do here; the lowest feature's is shown. */
  start?: FirstStep | null;
};

/** One thing that waits: a line that says what, and one button. */
export type Task = {
  /** What it is and of what, such as "requests 0198…". */
  id: string;
  line: string;
  detail?: string;
  action: string;
  href: string;
  icon: IconName;
};

/** Most pressing first: what others wait for, what somebody may do until a date, what can be read any time. */
export const urgencies = ["others-wait", "own", "any-time"] as const;

export type PersonalTask = Task & { urgency: (typeof urgencies)[number] };

export type HomePanel =
  /** What somebody works on, each with what they will do and by when. */
  | {
      kind: "work";
      id: string;
      title: string;
      items: { what: string; aside: string; written: string; due: string }[];
      action: string;
      href: string;
    }
  | { kind: "facts"; id: string; title: string; lead?: string; lines: string[]; note?: string }
  /** Answered by one click, which posts `field` to `action`. */
  | {
      kind: "question";
      id: string;
      title: string;
      lead: string;
      action: string;
      field: string;
      choices: { value: string; label: string; spoken: string }[];
    };

export type FirstStep = {
  title: string;
  /** Under the greeting, in place of how much waits. */
  lead: string;
  body: string;
  action: string;
  href: string;
};
