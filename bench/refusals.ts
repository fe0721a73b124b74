// How long it takes to be told that something is not there, and that it is not for you: the two must not be told apart.
// Starts the sample, asks for each kind of thing in turn, and ends by itself. Prints medians of ROUNDS.
import { randomUUID } from "node:crypto";
import { addresses, filled } from "../e2e/support/crawl/addresses.ts";
import { assemble } from "../e2e/support/crawl/visitors.ts";
import { buildWhenNeeded } from "../e2e/support/program.ts";
import { preparedSample, roomForSample } from "../e2e/support/sample.ts";
import { startServer } from "../e2e/support/server.ts";

const ROUNDS = 40;

await buildWhenNeeded();
const giveBack = roomForSample();
const server = await startServer({ command: "demo", from: await preparedSample() });
try {
  const { visitors, things } = await assemble(server);
  for (const who of visitors.filter(({ name }) => name === "member" || name === "stranger")) {
    for (const address of addresses()) {
      const ids = address.parameters.filter((name) => name.endsWith("Id"));
      if (ids.length === 0 || address.pattern.startsWith("/r/")) continue;
      const [there, nothing]: number[][] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        const made = Object.fromEntries(ids.map((name) => [name, randomUUID()]));
        const forbidden = await timed(filled(address, things), who.cookie);
        const unknown = await timed(filled(address, { ...things, ...made }), who.cookie);
        if (forbidden.status !== 404) break;
        there?.push(forbidden.ms);
        nothing?.push(unknown.ms);
      }
      if (!there?.length || !nothing?.length) continue;
      const [one, other] = [median(there), median(nothing)];
      console.log(
        `${who.name.padEnd(9)} ${address.pattern.padEnd(50)} not yours ${one.toFixed(2)} ms, not there ${other.toFixed(2)} ms, apart ${(one - other).toFixed(2)} ms`,
      );
    }
  }
} finally {
  await server.stop();
  giveBack();
}

async function timed(path: string, cookie: string) {
  const from = performance.now();
  const answer = await fetch(server.url + path, { headers: { cookie }, redirect: "manual" });
  await answer.text();
  return { status: answer.status, ms: performance.now() - from };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
