import { byCode } from "./by-code.ts";
import type { Labels, RatingTable } from "./ratings.ts";

/** `raterMeans` is overwritten by the next visit. */
export type Visit = (participant: number, raterMeans: Float64Array, ratings: number) => void;

/** Something found out in the course of such visits. */
export interface Tally<T> {
  visit: Visit;
  done: () => T;
}

/**
 * Calls `visit` with what each rater gave a participant on a question, averaged where a rater answered more than once,
 * so that a rater counts once. Without questions, over all of a participant's ratings.
 */
export function visitRaterMeans(table: RatingTable, questions: Labels | null, visit: Visit): void {
  const { participant, rater, values } = table;
  const among =
    questions === null ? undefined : byCode(questions.codes, questions.names.length).order;
  const { order } = byCode(participant.codes, participant.names.length, among);
  // Where a rater's mean is, counted over all visits: below `first` it is an earlier visit's.
  const place = new Int32Array(rater.names.length).fill(-1);
  const means = new Float64Array(rater.names.length);
  const counts = new Int32Array(rater.names.length);
  let [first, next, begin] = [0, 0, 0];
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const who = rater.codes[row] as number;
    let at = (place[who] as number) - first;
    if (at < 0) {
      at = next - first;
      place[who] = next++;
      means[at] = 0;
      counts[at] = 0;
    }
    means[at] = (means[at] as number) + (values[row] as number);
    counts[at] = (counts[at] as number) + 1;
    if (i + 1 < order.length && sameCell(row, order[i + 1] as number)) continue;
    const raters = next - first;
    for (let k = 0; k < raters; k++) means[k] = (means[k] as number) / (counts[k] as number);
    visit(participant.codes[row] as number, means.subarray(0, raters), i + 1 - begin);
    first = next;
    begin = i + 1;
  }

  function sameCell(a: number, b: number): boolean {
    return (
      participant.codes[a] === participant.codes[b] &&
      (questions === null || questions.codes[a] === questions.codes[b])
    );
  }
}
