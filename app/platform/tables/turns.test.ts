import { expect, test, vi } from "vitest";
import { createTurns } from "./turns.ts";

const LIMITS = { atOnce: 2, waiting: 2, patience: 60_000 };

/** Asks for a turn and notes when it comes. */
function asker(take: ReturnType<typeof createTurns>) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = async (name: string, owner = name) => {
    const end = await take(owner);
    begun.push(end ? name : `not ${name}`);
    if (end) ends.set(name, end);
  };
  return { ask, begun, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("two work at once, others wait in the order they came, and too many are sent away", async () => {
  const { ask, begun, end } = asker(createTurns(LIMITS));
  for (const name of ["a", "b", "c", "d", "e"]) void ask(name);
  await settled();
  expect(begun).toEqual(["a", "b", "not e"]);
  end("b");
  end("b");
  await settled();
  expect(begun).toEqual(["a", "b", "not e", "c"]);
  end("a");
  end("c");
  await settled();
  expect(begun).toEqual(["a", "b", "not e", "c", "d"]);
});

test("one owner never takes every place", async () => {
  const { ask, begun, end } = asker(createTurns({ ...LIMITS, waiting: 5 }));
  void ask("one", "x");
  void ask("two", "x");
  void ask("three", "x");
  void ask("other", "y");
  await settled();
  expect(begun).toEqual(["one", "other"]);
  end("other");
  await settled();
  expect(begun).toEqual(["one", "other"]);
  end("one");
  await settled();
  expect(begun).toEqual(["one", "other", "two"]);
});

test("one owner never takes every place to wait", async () => {
  const { ask, begun } = asker(createTurns({ ...LIMITS, waiting: 4 }));
  for (const name of ["one", "two", "three", "four"]) void ask(name, "x");
  void ask("five", "y");
  void ask("six", "z");
  await settled();
  expect(begun.toSorted()).toEqual(["five", "not four", "one"]);
});

test("whoever has waited too long is sent away, and leaves the line", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { ask, begun, end } = asker(createTurns({ atOnce: 1, waiting: 1, patience: 1_000 }));
    void ask("a");
    void ask("b");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(["a", "not b"]);
    void ask("c");
    end("a");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(begun).toEqual(["a", "not b", "c"]);
  } finally {
    vi.useRealTimers();
  }
});
