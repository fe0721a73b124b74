import fc from "fast-check";
import { expect, test } from "vitest";
import { decideDeparture } from "./departures.ts";

const quiet = { stopped: false, stays: false };

test("five people may always leave, then one in twenty of those who were there in the morning", () => {
  expect(decideDeparture({ ...quiet, active: 8, left: 4 })).toBe("leaves");
  expect(decideDeparture({ ...quiet, active: 7, left: 5 })).toBe("held");
  expect(decideDeparture({ ...quiet, active: 951, left: 49 })).toBe("leaves");
  expect(decideDeparture({ ...quiet, active: 950, left: 50 })).toBe("held");
});

test("once somebody is held, nobody leaves; and whoever stays stays whatever the number", () => {
  expect(decideDeparture({ stopped: true, stays: false, active: 1_000, left: 0 })).toBe("held");
  expect(decideDeparture({ stopped: false, stays: true, active: 1_000, left: 0 })).toBe("stays");
});

test("whatever the size, no more leave within a day than a twentieth, or five", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (people) => {
      let [active, left] = [people, 0];
      while (active > 0 && decideDeparture({ ...quiet, active, left }) === "leaves") {
        active -= 1;
        left += 1;
      }
      expect(left).toBeLessThanOrEqual(Math.max(5, people / 20));
    }),
  );
});
