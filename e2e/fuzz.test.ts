import { fuzz } from "./support/crawl/run-fuzz.ts";
import { assemble } from "./support/crawl/visitors.ts";
import { expect, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { startServer } from "./support/server.ts";

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 800);
const SEED = Number(process.env.FUZZ_SEED ?? 11);

test("whatever anyone sends, nothing fails, nothing is written by those who may not, and no link or token is logged", async () => {
  test.setTimeout(60_000 + REQUESTS * 200);
  const server = await startServer({ command: "demo", from: await preparedSample() });
  try {
    const cast = await assemble(server);
    const result = await fuzz(server, cast, REQUESTS, SEED);
    const statuses = JSON.stringify(result.statuses);
    process.stdout.write(`${result.requests} requests, seed ${SEED}: ${statuses}\n`);
    expect(result.faults).toEqual([]);
    expect(result.written).toEqual([]);
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    const log = server.program.output();
    for (const secret of [
      cast.things.token,
      ...cast.visitors.map(({ cookie }) => cookie.split("=")[1]?.slice(0, 20)),
    ])
      if (secret) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/@harbourline\.example.*"level"/);
  } finally {
    await server.stop();
  }
});
