/**
 * How many requests a second a check's page takes from one process: asked anew, and by browsers that have it. Both ends
 * run on this machine, the asking one in a process of its own. Run with node; ends with 1 below the target.
 */

import { Agent, get } from "node:http";
import { startServer } from "../e2e/support/server.ts";

const TARGET = 500;
const AT_ONCE = 16;
const SECONDS = 5;
const PAGE = "/checks/balance";

const server = await startServer({ command: "serve" });
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
try {
  const first = await ask({ "accept-encoding": "gzip" });
  const rates = [
    ["asked anew", await rateOf({ "accept-encoding": "gzip" }, 200)],
    ["held already", await rateOf({ "if-none-match": first.etag }, 304)],
  ] as const;
  for (const [name, rate] of rates) console.log(`${name.padEnd(14)} ${rate.toFixed(0)} a second`);
  console.log(`the page is ${first.bytes} bytes, packed; the target is ${TARGET} a second`);
  process.exitCode = rates.some(([, rate]) => rate < TARGET) ? 1 : 0;
} finally {
  agent.destroy();
  await server.stop();
}

type Answer = { status: number; etag: string; bytes: number };

function ask(headers: Record<string, string>): Promise<Answer> {
  return new Promise((answered, failed) => {
    get(new URL(PAGE, server.url), { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("end", () =>
        answered({ status: response.statusCode ?? 0, etag: response.headers.etag ?? "", bytes }),
      );
    }).on("error", failed);
  });
}

async function rateOf(headers: Record<string, string>, wanted: number): Promise<number> {
  const begun = performance.now();
  let count = 0;
  const worker = async () => {
    while (performance.now() - begun < SECONDS * 1_000) {
      const { status } = await ask(headers);
      if (status !== wanted) throw new Error(`${PAGE} answered ${status}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count / ((performance.now() - begun) / 1_000);
}
