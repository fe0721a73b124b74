import { type Disclosed, isDisclosed, seal } from "./disclosed.ts";

/**
 * One disclosed value from several, such as the figures and the comments of a report. Throws a
 * TypeError when a part was not made by this package.
 */
export function bundle<const P extends Readonly<Record<string, Disclosed<object>>>>(
  parts: P,
): Disclosed<P> {
  for (const [name, part] of Object.entries(parts)) {
    if (!isDisclosed(part)) throw new TypeError(`Part "${name}" has not been disclosed.`);
  }
  return seal({ ...parts });
}
