import type { TFunction } from "i18next";
import { decimal } from "~/platform/i18n/format.ts";
import type { KnownLevel } from "../domain/known-level.ts";

type Range = Pick<KnownLevel, "lower" | "upper">;

/** A level as it is written: one decimal, in the reader's language. */
export function levelFigure(value: number): string {
  return decimal(value, 1);
}

/** A level as it was said: whole, unless it lies between two. */
export function saidLevel(level: number): string {
  return decimal(level, Number.isInteger(level) ? 0 : 1);
}

/** How sure a level is, in words: "likely 2.6 to 3.8". */
export function likelyRange(t: TFunction<"competencies">, { lower, upper }: Range): string {
  return t("level.likely", { lower: levelFigure(lower), upper: levelFigure(upper) });
}
