import type { Relationship } from "~/features/questionnaires/domain/index.ts";

/** The lists of a round that collects answers. */
export const monitoringTabs = [
  "participants",
  "departments",
  "people",
  "unreached",
  "changes",
] as const;
export type MonitoringTab = (typeof monitoringTabs)[number];

/** How far the raters of a group are. Each step counts those who went further, too. */
export type Steps = { asked: number; started: number; done: number };

/** Counts of one group of one subject. */
export type GroupSteps = Steps & { subjectId: string; relationship: Relationship };

const none: Steps = { asked: 0, started: 0, done: 0 };

export function addSteps(a: Steps, b: Steps): Steps {
  return {
    asked: a.asked + b.asked,
    started: a.started + b.started,
    done: a.done + b.done,
  };
}

export function sumSteps(all: Iterable<Steps>): Steps {
  let sum = none;
  for (const each of all) sum = addSteps(sum, each);
  return sum;
}

/** The same counts by something else, such as a department. */
export function stepsBy<Group extends Steps, Key>(
  groups: readonly Group[],
  keyOf: (group: Group) => Key,
): Map<Key, Steps> {
  const sums = new Map<Key, Steps>();
  for (const group of groups) {
    const key = keyOf(group);
    sums.set(key, addSteps(sums.get(key) ?? none, group));
  }
  return sums;
}

/** Someone of a round's raters and how many of their requests are answered. */
export type RaterWork = { personId: string; asked: number; done: number };

/** Who has something left, those with most of it first; within that in the order given. */
export function withWorkLeft<Rater extends RaterWork>(raters: readonly Rater[]): Rater[] {
  return raters
    .filter(({ asked, done }) => done < asked)
    .sort((a, b) => b.asked - b.done - (a.asked - a.done));
}

export type Page<Row> = { rows: Row[]; page: number; pages: number; matching: number };

/** One page of a list; a page that is not there is the nearest one that is. Pages count from 1. */
export function pageOf<Row>(rows: readonly Row[], wanted: number, size: number): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
  return { rows: rows.slice((page - 1) * size, page * size), page, pages, matching: rows.length };
}
