import { expect, test } from "vitest";
import { shareInterval } from "./share-interval.ts";

test("the score interval is that of Wilson, as Newcombe (1998, table I) has it", () => {
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [count, of, low, high] of published) {
    const found = shareInterval(count, of);
    expect(found.share).toBe(count / of);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  }
  expect(shareInterval(20, 20).high).toBe(1);
});
