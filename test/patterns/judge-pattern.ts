import { performance } from "node:perf_hooks";
import { analyse } from "scslre";
import type { Pattern } from "./collect-patterns.ts";
import { hostileTexts } from "./hostile-texts.ts";

/**
 * Short texts come first: the worst patterns are found out before they take minutes. In the square, a thousand signs
 * take 1 ms.
 */
const SHORT = [24, 250, 1_000];
const SHORT_BOUND_MS = 100;
/**
 * Two lengths to compare. Where time grows with the text, the longer takes eight times as long; in the square, 64
 * times.
 */
const LENGTH = 4_000;
const LONGER = 32_000;
const MOST_TIMES = 20;
/** What is quicker than this at the longer length can't be in the square of it. */
const LONGER_BOUND_MS = 60;
const SUSPECT_MS = LONGER_BOUND_MS / 64;

/** Why a pattern may take longer than its text is long, by its structure; null when that can't be. */
export function superLinear({ source, flags }: Pick<Pattern, "source" | "flags">): string | null {
  const { reports } = analyse({ source, flags: flags.replace("y", "") });
  const [report] = reports;
  if (!report) return null;
  return `${report.exponential ? "exponential" : "polynomial"}, by ${report.type.toLowerCase()}, in ${"quant" in report ? report.quant.raw : source}`;
}

/**
 * A text made for it over which a pattern takes too long; null when there is none. With `atMost` it only ever meets
 * texts of so many signs.
 */
export function slowText(
  pattern: Pick<Pattern, "source" | "flags">,
  atMost: number = LONGER,
): string | null {
  for (const text of hostileTexts(pattern)) {
    const told = (took: number, length: number) =>
      `${Math.round(took)} ms for ${length} signs such as ${JSON.stringify(text(40))}`;
    for (const length of SHORT) {
      if (length > atMost) return null;
      const took = quickest(pattern, text(length));
      if (took > SHORT_BOUND_MS) return told(took, length);
    }
    const short = quickest(pattern, text(Math.min(LENGTH, atMost)));
    if (short < SUSPECT_MS) continue;
    const long = quickest(pattern, text(Math.min(LONGER, atMost)));
    if (long > LONGER_BOUND_MS && long > short * MOST_TIMES) return told(long, LONGER);
  }
  return null;
}

/** Milliseconds to find every match, the quickest of three tries: other work makes it only slower. */
function quickest({ source, flags }: Pick<Pattern, "source" | "flags">, text: string): number {
  const pattern = new RegExp(source, `${flags.replace(/[gy]/g, "")}g`);
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best >= SUSPECT_MS; tries += 1) {
    const began = performance.now();
    for (const _ of text.matchAll(pattern));
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
