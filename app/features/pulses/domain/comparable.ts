import { ALL, type Asked, changedIn, groupsOf } from "./asked.ts";

/** A mean and the answers behind it, by group of the report, `all` among them; a group without is left out. */
export type Means = Readonly<Record<string, { mean: number; n: number } | undefined>>;

/** What was told of a question, and of whom. */
export type Telling = { asked: Asked; means: Means };

/**
 * How much of a change may be told of a group. `amounts`: then, now and the difference. `verdict`: in which direction,
 * no amount. `nothing`: neither.
 */
export type Telltale = "amounts" | "verdict" | "nothing";

/** How far apart two tellings of a group are: people asked, and answers. */
type Apart = { asked: number; answers: number };

type Comparing = {
  now: Telling;
  /** All that was told of the same question before: by the report, and by every pulse since. */
  earlier: readonly Telling[];
  minimum: number;
  /** Groups whose raters are known by name, and were told so. */
  identified: readonly string[];
  /**
   * Groups in which, then or now, is somebody whose answers the reader may have made: a swap with one of these would go
   * unnoticed.
   */
  doubtful: readonly string[];
  /** Length of the scale, in points. */
  length: number;
  /** What would be said, had the mean of a group been this one. */
  verdictAt: (group: string, mean: number) => string | null;
};

/**
 * How much of a change may be told of each group, such that nobody's answer follows even for whoever takes everyone
 * else to have answered as before. Then the sums of two tellings differ by the answers of those who are in one of them
 * alone: of none, or of at least the minimum. Who was asked is known; who answered is not, but how many did is.
 *
 * Where the same were asked and a few more or fewer answered, only the verdict is told, and only one that those few
 * could not have made by themselves.
 */
export function comparable(comparing: Comparing): Record<string, Telltale> {
  const { now, identified } = comparing;
  const told: Record<string, Telltale> = {};
  const groups = Object.keys(now.means).filter((group) => group !== ALL);
  for (const group of groups)
    told[group] = identified.includes(group)
      ? ofKnown(comparing, group)
      : ofGroup(comparing, group, (before) => [
          {
            asked: changedIn(before.asked, now.asked, [group]),
            answers: Math.abs(answers(before, group) - answers(now, group)),
          },
        ]);
  if (now.means[ALL]) {
    const shown = groups.filter(
      (group) => told[group] === "amounts" && !identified.includes(group),
    );
    told[ALL] = ofGroup(comparing, ALL, (before) => apartInAll(comparing, before, shown));
  }
  return told;
}

const answers = ({ means }: Telling, group: string) => means[group]?.n ?? 0;

/**
 * All others with and without the groups of which amounts are told: whoever takes one from the other finds what the
 * rest said. Raters who are known by name are out of it both times.
 */
function apartInAll(
  { now, identified }: Pick<Comparing, "now" | "identified">,
  before: Telling,
  shown: readonly string[],
): Apart[] {
  const known = (group: string) => identified.includes(group);
  const anonymous = groupsOf(before.asked, now.asked).filter((group) => !known(group));
  const both = shown.filter((group) => before.means[group]);
  const rest = (telling: Telling, without: readonly string[]) =>
    [...identified, ...without].reduce(
      (left, group) => left - answers(telling, group),
      answers(telling, ALL),
    );
  return [[], both].map((without) => ({
    asked: changedIn(
      before.asked,
      now.asked,
      anonymous.filter((group) => !without.includes(group)),
    ),
    answers: Math.abs(rest(before, without) - rest(now, without)),
  }));
}

function ofGroup(
  comparing: Comparing,
  group: string,
  apartFrom: (before: Telling) => readonly Apart[],
): Telltale {
  const { now, earlier, minimum, doubtful } = comparing;
  const isDoubtful = group === ALL ? doubtful.length > 0 : doubtful.includes(group);
  const enough = (count: number) => count === 0 || count >= minimum;
  let told: Telltale = "amounts";
  for (const before of earlier) {
    // What told of other groups than this one may, taken together with it, leave a few.
    if (!before.means[group] && tellsOfAnonymous(comparing, before)) return "nothing";
    if (!before.means[group]) continue;
    if (isDoubtful) return "nothing";
    const apart = apartFrom(before);
    if (!apart.every(({ asked }) => enough(asked))) return "nothing";
    if (apart.every((each) => enough(each.answers))) continue;
    const few = Math.max(...apart.map((each) => each.answers));
    if (!isNobodysMaking(comparing, group, before, few / (now.means[group]?.n ?? 1)))
      return "nothing";
    told = "verdict";
  }
  return told;
}

function tellsOfAnonymous({ identified }: Comparing, { means }: Telling): boolean {
  return Object.keys(means).some((group) => !identified.includes(group));
}

/** Whether a verdict is the same whatever a few said, had everyone else answered as they did before. */
function isNobodysMaking(
  { verdictAt, length }: Comparing,
  group: string,
  before: Telling,
  share: number,
): boolean {
  const mean = before.means[group]?.mean ?? 0;
  const STEPS = 40;
  const verdicts = Array.from({ length: STEPS + 1 }, (_, at) =>
    verdictAt(group, mean + (at / (STEPS / 2) - 1) * length * share),
  );
  return verdicts.every((verdict) => verdict === verdicts[0]);
}

/** Of somebody who is known by name it is told as long as it is the same one. */
function ofKnown({ now, earlier }: Comparing, group: string): Telltale {
  return earlier.every(({ asked }) => changedIn(asked, now.asked, [group]) === 0)
    ? "amounts"
    : "nothing";
}
