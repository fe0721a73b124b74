import { z } from "zod";
import { usualCode } from "~/platform/errors/input-problems.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { type AnswerScale, scaleSchema } from "../item/scale.ts";
import { tidyWords } from "./tidy-words.ts";
import { lineOrNone } from "./typed.ts";

type ScaleKind = AnswerScale["kind"];

const upToEleven = Array.from({ length: 11 }, (_, at) => at + 1);

/** Every kind of scale, with the values of its points; `all` of them, or the first ones. */
const POINTS: Record<ScaleKind, { values: number[]; all: boolean }> = {
  amount: { values: [-2, -1, 0, 1, 2], all: true },
  truth: { values: upToEleven, all: false },
  frequency: { values: upToEleven, all: false },
};

export const scaleKinds = Object.keys(POINTS) as ScaleKind[];

export function isScaleKind(kind: string): kind is ScaleKind {
  return Object.hasOwn(POINTS, kind);
}

/** The values that points of a scale can have, in order. */
export function pointsOf(kind: ScaleKind): number[] {
  return POINTS[kind].values;
}

/** A scale as it is typed: what others read is as for oneself where it is empty; points by their place, from 0. */
export const scaleInput = z.object({
  self: lineOrNone(1_000),
  other: lineOrNone(1_000),
  points: z
    .array(z.object({ label: lineOrNone(1_000), short: lineOrNone(1_000) }))
    .max(11)
    .default([]),
});

const SHORT = 20;

export function typedScale({ stem, options }: AnswerScale): z.input<typeof scaleInput> {
  return {
    self: stem.self,
    other: stem.other === stem.self ? "" : stem.other,
    points: options.map(({ label, short }) => ({ label, short: short === label ? "" : short })),
  };
}

type Read = { ok: true; scale: AnswerScale } | { ok: false; problems: Problem[] };

/** A scale of a kind from what was typed, with all that is wrong with it by itself. */
export function readScale(kind: ScaleKind, typed: z.output<typeof scaleInput>): Read {
  const { values, all } = POINTS[kind];
  const last = typed.points.findLastIndex(({ label, short }) => label !== "" || short !== "");
  const wanted = all ? values.length : last + 1;
  const points = values.slice(0, wanted).map((value, at) => {
    const label = tidyWords(typed.points[at]?.label ?? "");
    return { value, label, short: tidyWords(typed.points[at]?.short ?? "") || label };
  });
  const read = scaleSchema.safeParse(
    {
      kind,
      stem: { self: typed.self, other: typed.other || typed.self },
      options: points,
    },
    { error: (issue) => (issue.input === "" ? "missing" : usualCode(issue)) },
  );
  if (read.success) return { ok: true, scale: read.data };
  return {
    ok: false,
    problems: read.error.issues.flatMap(({ path, message, ...issue }): Problem[] => {
      const [part, at, name] = path;
      const most = "maximum" in issue ? { values: { most: Number(issue.maximum) } } : {};
      if (part === "stem")
        return at === "other" && typed.other === ""
          ? []
          : [{ field: String(at), code: message, ...most }];
      if (name === undefined) return [{ field: "points[0].label", code: "few-points" }];
      const point = points[Number(at)];
      // A long word stands for its short form, so it is that which is missing.
      const isLong = name === "short" && point?.short === point?.label;
      if (isLong && (point?.label ?? "") === "") return [];
      return [
        {
          field: `points[${String(at)}].${String(name)}`,
          code: isLong ? "short-missing" : message,
          ...(isLong ? { values: { most: SHORT } } : most),
        },
      ];
    }),
  };
}

type Say = (key: string, values: Record<string, string>) => string;

const NAME_PLACE = "{{name}}";

/** A scale of a kind as it usually is, in the words of `t`. */
export function usualScale(kind: ScaleKind, t: Say): AnswerScale {
  const labels = t(`scale.usual.${kind}.points`, {}).split("|");
  // The words of a questionnaire keep the place of a name; the product's own would be filled in.
  const name = NAME_PLACE;
  const stem = {
    self: t(`scale.usual.${kind}.self`, {}),
    other: t(`scale.usual.${kind}.other`, { name }),
  };
  return scaleSchema.parse({
    kind,
    stem,
    options: labels.map((label, at) => ({ value: POINTS[kind].values[at], label, short: label })),
  });
}
