import fc from "fast-check";
import { expect, test } from "vitest";
import { placeLabels } from "./plane-layout.ts";

const frame = { x: 44, y: 8, width: 288, height: 288 };
const centre = { x: 188, y: 152 };
const point = fc.record({
  x: fc.double({ min: frame.x, max: frame.x + frame.width, noNaN: true }),
  y: fc.double({ min: frame.y, max: frame.y + frame.height, noNaN: true }),
});

test("labels keep clear of each other and stay inside, wherever the marks fall", () => {
  fc.assert(
    fc.property(point, point, point, (others, self, before) => {
      const placed = placeLabels(
        [
          { ...others, text: "Others (12 raters)", weight: 650 },
          { ...self, text: "Self", weight: 500 },
          { ...before, text: "Last time", weight: 400 },
        ],
        frame,
        centre,
      );
      expect(placed).toHaveLength(3);
      for (const [index, { box }] of placed.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(frame.x - 1);
        expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width + 1);
        expect(box.y).toBeGreaterThanOrEqual(frame.y - 1);
        expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height + 1);
        for (const { box: other } of placed.slice(index + 1)) {
          const apart =
            box.x + box.width <= other.x ||
            other.x + other.width <= box.x ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y;
          expect(apart).toBe(true);
        }
      }
    }),
    { seed: 7, numRuns: 500 },
  );
});
