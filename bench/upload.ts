/**
 * What uploaded files cost: time, the most memory of the process that reads them, and the longest wait of this one,
 * which stands for the server. First files of 10,000 and 50,000 people, then files made to stop whoever reads them. Run
 * with node; ends by itself after five minutes at most, with 1 above a limit.
 */
import { once } from "node:events";
import { createServer, request } from "node:http";
import { registerHooks } from "node:module";
import { cpus, loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import writeWorkbook from "write-excel-file/node";

const LONGEST = 5 * 60_000;
const MOST_MEMORY = 512;
/** A page should not be held up for longer, in milliseconds. */
const LONGEST_WAIT = 50;
const MB = 2 ** 20;
const PIECE = 64 * 1024;

// The application writes ~/ for app/, which node does not know.
registerHooks({
  resolve: (specifier, context, next) => {
    const inApp = specifier.startsWith("~/");
    const path = inApp ? new URL(`../app/${specifier.slice(2)}`, import.meta.url).href : specifier;
    return next(path, context);
  },
});

const { readUpload } = await import("../app/platform/http/read-upload.server.ts");
const { readTable } = await import("../app/platform/tables/read-table.server.ts");
const { bombs } = await import("../app/platform/tables/testing/bombs.ts");
const { peopleFile } = await import("../app/features/people-import/testing/people-file.ts");

type Facts = { peakMemory: number };
type Measured = {
  what: string;
  bytes: number;
  work(onEnd: (facts: Facts) => void): Promise<string>;
};

const readFrom = (bytes: Buffer) => async (onEnd: (facts: Facts) => void) => {
  const limits = { rows: 50_010, columns: 100 };
  const reading = await readTable(bytes, { owner: "bench", limits, isWanted: () => false, onEnd });
  return reading.ok ? `${reading.rows.length} rows` : reading.reason;
};

async function* files(): AsyncGenerator<Measured> {
  yield { what: "nothing, for a second", bytes: 0, work: async () => pause(1_000, "noise") };
  for (const count of [10_000, 50_000]) {
    const csv = peopleFile(count);
    const xlsx = await workbookOf(csv);
    yield { what: `${count} people, CSV`, bytes: csv.length, work: readFrom(csv) };
    yield { what: `${count} people, XLSX`, bytes: xlsx.length, work: readFrom(xlsx) };
  }
  const largest = Buffer.alloc(25 * MB, "a,b\n");
  yield { what: "the upload of 25 MB", bytes: largest.length, work: () => uploaded(largest) };
  for (const { name, make } of bombs) {
    const bytes = make();
    yield { what: name, bytes: bytes.length, work: readFrom(bytes) };
  }
}

async function workbookOf(csv: Buffer): Promise<Buffer> {
  const lines = csv.toString().trim().split("\r\n");
  const data = lines.map((line) => line.split(",").map((value) => ({ value })));
  return writeWorkbook([{ sheet: "People", data }]).toBuffer();
}

/** Over a connection, as browsers send it. */
async function uploaded(bytes: Buffer): Promise<string> {
  const outcome = Promise.withResolvers<string>();
  const server = createServer(async (incoming, response) => {
    const headers = { "content-type": incoming.headers["content-type"] ?? "" };
    const body = Readable.toWeb(incoming) as ReadableStream;
    const init = { method: "POST", body, duplex: "half", headers } as const;
    const upload = await readUpload(new Request("http://bench", init), "file");
    response.end();
    outcome.resolve(upload.ok ? `${upload.file.content.length} bytes` : upload.reason);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  const sending = request({ port: address.port, method: "POST", headers });
  sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\n\r\n');
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (!sending.write(bytes.subarray(at, at + PIECE))) await once(sending, "drain");
  }
  sending.end("\r\n--b--\r\n");
  const said = await outcome.promise;
  server.close();
  return said;
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const load = () => loadavg()[0]?.toFixed(1);
console.log(`${cpus().length} cores, load ${load()} at the beginning`);
console.log("     ms  child MB  wait ms  file");
const started = performance.now();
for await (const { what, bytes, work } of files()) {
  if (performance.now() - started > LONGEST) {
    console.log("stopped: it takes too long on this machine");
    process.exitCode = 1;
    break;
  }
  let memory = 0;
  // What making the file has left behind is cleared away first.
  collectGarbage();
  await pause(50);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const outcome = await work(({ peakMemory }) => {
    memory = peakMemory / MB;
  });
  const time = performance.now() - start;
  // A wait is counted once it is over.
  await pause(20);
  delay.disable();
  const wait = delay.max / 1e6;
  const figures = [time, memory, wait].map((figure) => String(Math.round(figure)).padStart(8));
  console.log(`${figures.join(" ")}  ${what} (${(bytes / MB).toFixed(2)} MB): ${outcome}`);
  if (memory > MOST_MEMORY || wait > LONGEST_WAIT) process.exitCode = 1;
}
console.log(`load ${load()} at the end; limits ${MOST_MEMORY} MB and ${LONGEST_WAIT} ms`);
