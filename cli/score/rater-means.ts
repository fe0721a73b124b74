import { byCode } from "./by-code.ts";
import type { Labels, RatingTable } from "./rating-table.ts";

type Visit = (participant: number, raterMeans: Float64Array, ratings: number) => void;

/**
 * Calls `visit` with what each rater gave a participant on a question, averaged where a rater answered more than once,
 * so that a rater counts once. Without questions, over all of a participant's ratings.
 */
export function visitRaterMeans(table: RatingTable, questions: Labels | null, visit: Visit): void {
  const { participant, rater, values } = table;
  const among =
    questions === null ? undefined : byCode(questions.codes, questions.names.length).order;
  const { order } = byCode(participant.codes, participant.names.length, among);
  const place = new Int32Array(rater.names.length);
  const seenIn = new Int32Array(rater.names.length).fill(-1);
  let sums: number[] = [];
  let counts: number[] = [];
  let begin = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const who = rater.codes[row] as number;
    if (seenIn[who] !== begin) {
      seenIn[who] = begin;
      place[who] = sums.length;
      sums.push(0);
      counts.push(0);
    }
    const at = place[who] as number;
    sums[at] = (sums[at] as number) + (values[row] as number);
    counts[at] = (counts[at] as number) + 1;
    if (i + 1 < order.length && sameCell(row, order[i + 1] as number)) continue;
    const means = Float64Array.from(sums, (sum, k) => sum / (counts[k] as number));
    visit(participant.codes[row] as number, means, i + 1 - begin);
    sums = [];
    counts = [];
    begin = i + 1;
  }

  function sameCell(a: number, b: number): boolean {
    return (
      participant.codes[a] === participant.codes[b] &&
      (questions === null || questions.codes[a] === questions.codes[b])
    );
  }
}
