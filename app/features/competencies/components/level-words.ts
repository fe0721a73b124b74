import type { TFunction } from "i18next";
import { decimal } from "~/platform/i18n/format.ts";
import { type EvidenceSource, nameOfEvidence } from "../domain/evidence.ts";
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

/**
 * What a piece of evidence goes by: a certificate or test by its own name; what people said by what it is, and of which
 * round, as one round leaves the word of each side and what they agreed on.
 */
export function evidenceName(
  { source, title }: { source: EvidenceSource; title: string },
  /** What such evidence is called. */
  called: string,
): string {
  if (title === "") return called;
  return nameOfEvidence(source, title) === null ? `${called} · ${title}` : title;
}

/** How sure a level is, in words: "likely 2.6 to 3.8". */
export function likelyRange(t: TFunction<"competencies">, { lower, upper }: Range): string {
  return t("level.likely", { lower: levelFigure(lower), upper: levelFigure(upper) });
}
