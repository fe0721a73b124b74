import { expect, test } from "vitest";
import { createGate } from "./gate.ts";

const breath = () => new Promise<void>((passed) => setImmediate(passed));

test("a few are inside, a few wait their turn in order, and the rest are sent away at once", async () => {
  const gate = createGate({ atOnce: 2, waiting: 3 });
  let inside = 0;
  let most = 0;
  const done: number[] = [];
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, turn) =>
      gate.run(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await breath();
        inside -= 1;
        done.push(turn);
        return turn;
      }),
    ),
  );
  expect(outcomes).toEqual([0, 1, 2, 3, 4, null, null, null]);
  expect(done).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test("work that fails makes room like any other", async () => {
  const gate = createGate({ atOnce: 1, waiting: 1 });
  const failing = gate.run(() => Promise.reject(new Error("failed")));
  const next = gate.run(() => Promise.resolve("next"));
  await expect(failing).rejects.toThrow("failed");
  expect(await next).toBe("next");
  expect(await gate.run(() => Promise.resolve("later"))).toBe("later");
});
