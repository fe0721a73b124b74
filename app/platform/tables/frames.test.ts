import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf, framesIn } from "./frames.ts";

async function all(frames: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const taken: Buffer[] = [];
  for await (const frame of frames) taken.push(frame);
  return taken;
}

test("messages come out as they went in, however they are cut on the way", async () => {
  const messages = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(messages, cuts, async (sent, sizes) => {
      const bytes = Buffer.concat(sent.flatMap(frameOf));
      async function* chunks() {
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          yield bytes.subarray(at, at + size);
          at += size;
        }
      }
      const taken = await all(framesIn(chunks()));
      expect(taken.map((each) => [...each])).toEqual(sent.map((each) => [...each]));
    }),
  );
});

test("a message that breaks off is not given out", async () => {
  const bytes = Buffer.concat([...frameOf(Buffer.from("one")), ...frameOf(Buffer.from("two"))]);
  async function* chunks() {
    yield bytes.subarray(0, -1);
  }
  expect((await all(framesIn(chunks()))).map(String)).toEqual(["one"]);
});
