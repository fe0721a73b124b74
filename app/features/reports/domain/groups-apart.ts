import { OTHERS, type ReportRow, SELF } from "./report-content.ts";

/** A sum of squares with its degrees of freedom. */
export type Squares = { squares: number; df: number };

/**
 * How far the means of groups of raters lie apart in one report: over a whole hat (`common`, what a group's raters are
 * strict in everywhere), and in single competencies besides (`own`). Both are the work of raters, whatever is true of
 * the participant: analysis of variance of groups by competencies, weighted by raters, in squared scale points of one
 * rater (Scheffé 1959).
 * @param rows the hat's competencies.
 */
export type GroupsApart = { common: Squares; own: Squares };

const NONE: Squares = { squares: 0, df: 0 };

export function groupsApart(rows: readonly Pick<ReportRow, "estimates">[]): GroupsApart {
  const names = Object.keys(rows[0]?.estimates ?? {}).filter((id) => id !== SELF && id !== OTHERS);
  const groups = names.flatMap((id) => {
    const figures = rows.flatMap(({ estimates }) => (estimates[id]?.shown ? [estimates[id]] : []));
    if (figures.length < rows.length) return [];
    const n = figures.reduce((sum, { n }) => sum + n, 0) / figures.length;
    return [{ n, means: figures.map(({ mean }) => mean) }];
  });
  if (groups.length < 2) return { common: NONE, own: NONE };
  const raters = groups.reduce((sum, { n }) => sum + n, 0);
  const centres = rows.map(
    (_, at) => groups.reduce((sum, { n, means }) => sum + n * (means[at] ?? 0), 0) / raters,
  );
  const apart = groups.map(({ n, means }) => {
    const distances = means.map((mean, at) => mean - (centres[at] ?? 0));
    const whole = distances.reduce((sum, each) => sum + each, 0) / rows.length;
    return { n, whole, rest: distances.map((each) => each - whole) };
  });
  return {
    common: {
      squares: apart.reduce((sum, { n, whole }) => sum + n * whole ** 2, 0),
      df: groups.length - 1,
    },
    own: {
      squares: apart.reduce(
        (sum, { n, rest }) => sum + n * rest.reduce((all, each) => all + each ** 2, 0),
        0,
      ),
      df: (groups.length - 1) * (rows.length - 1),
    },
  };
}
