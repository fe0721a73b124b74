import type { TFunction } from "i18next";
import type { Span } from "./block.ts";

/** No text that is typed, stored or translated can hold it. */
const STANDS_FOR_LESS = "\u0000";

/**
 * One of our texts with its `<strong>` as spans. Values are put in as they are: what looks like a tag in a name is part
 * of the name.
 */
export function emphasised(
  t: TFunction<string>,
  key: string,
  values: Readonly<Record<string, string | number | undefined>> = {},
): Span[] {
  const kept = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("<", STANDS_FOR_LESS) : value,
    ]),
  );
  const pieces = t(key, kept).split(/<strong>(.*?)<\/strong>/su);
  return pieces.flatMap((piece, index) => {
    const text = piece.replaceAll(STANDS_FOR_LESS, "<");
    if (text === "") return [];
    return [index % 2 === 1 ? { text, strong: true } : { text }];
  });
}
