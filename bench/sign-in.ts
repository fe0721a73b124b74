/**
 * What guessing at passwords does to everybody else. `node bench/sign-in.ts` starts a demo of its own, guesses from
 * addresses of the loopback network, and prints how the guesses were answered and how long a signed-in page took
 * meanwhile. Ends with 1 when its median was above the target, or more guesses were looked at than the limits allow.
 * Ends by itself within two minutes.
 */
import { rmSync } from "node:fs";
import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { buildWhenNeeded, dataFolder, freePort, startProgram } from "../e2e/support/program.ts";

const TARGET_MS = 200;
const AT_ONCE = 500;
const SECONDS = 10;
const CONNECTIONS = 50;
const NO_SUCH_PASSWORD = "no such password";

type Answer = { status: number; milliseconds: number; headers: OutgoingHttpHeaders };
type Send = {
  path: string;
  form?: Record<string, string>;
  from?: string;
  cookie?: string;
  agent?: Agent;
};

const dataDir = dataFolder();
await buildWhenNeeded();
const url = `http://127.0.0.1:${await freePort()}`;
const program = startProgram({
  args: ["demo"],
  env: { PORT: new URL(url).port, TWOHATS_DATA_DIR: dataDir, LOG_LEVEL: "warn" },
});
try {
  await program.printed(/^ready (.+)$/m);
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  const { email, cookie } = await signedIn();
  const another = emailOf("manager with a released report");
  const page = () => send({ path: "/home", cookie });
  for (let n = 0; n < 20; n += 1) await page();
  report("nothing else", [], await whileDoing(() => pause(3_000), page));

  const visits = await whileGuessing(page, async () =>
    Promise.all(Array.from({ length: AT_ONCE }, () => send({ path: "/sign-in", agent: alone() }))),
  );
  report(`${AT_ONCE} visits of the page at once, to compare with`, visits.answers, visits.pages);

  const burst = await whileGuessing(page, async () =>
    Promise.all(
      Array.from({ length: AT_ONCE }, () => guess({ from: "127.0.1.1", email, agent: alone() })),
    ),
  );
  report(`${AT_ONCE} guesses at once at one account, from one address`, burst.answers, burst.pages);
  const looked = burst.answers.filter(({ status }) => status === 400).length;

  const spread = await whileGuessing(page, async () =>
    Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) =>
        guess({ from: `127.1.${n % 250}.1`, email: `nobody${n}@nowhere.example`, agent: alone() }),
      ),
    ),
  );
  report(
    `${AT_ONCE} guesses at once at as many accounts, from 250 addresses`,
    spread.answers,
    spread.pages,
  );

  const lone = await whileGuessing(page, () => keepGuessing(email, () => "127.2.1.1"));
  report(
    `${CONNECTIONS} connections guess at one account for ${SECONDS} s, from one address`,
    lone.answers,
    lone.pages,
  );

  const lasting = await whileGuessing(page, () => keepGuessing(email, (n) => `127.2.0.${n + 1}`));
  report(
    `${CONNECTIONS} connections guess at one account for ${SECONDS} s, from one address each`,
    lasting.answers,
    lasting.pages,
  );

  const [known, unknown] = await timesOfGuesses([another, "nobody@nowhere.example"]);
  console.log(
    `a wrong password takes ${known} ms for a known address, ${unknown} ms for an unknown one (medians)`,
  );
  const slowest = Math.max(...[burst, spread, lone, lasting].map(({ pages }) => median(pages)));
  process.exitCode = slowest > TARGET_MS || looked > 10 ? 1 : 0;
} finally {
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function signedIn() {
  const password = program.output().match(/password is: (.+)$/m)?.[1] ?? "";
  const email = emailOf("HR administrator");
  const { status, headers } = await send({ path: "/sign-in", form: { email, password } });
  if (status !== 302) throw new Error(`signing in was answered with ${status}`);
  const cookies = [headers["set-cookie"] ?? []].flat().map((each) => String(each).split(";")[0]);
  return { email, cookie: cookies.join("; ") };
}

function emailOf(role: string): string {
  return program.output().match(new RegExp(`^ {2}(\\S+@\\S+) .+${role}$`, "m"))?.[1] ?? "";
}

function guess({ from, email, agent }: { from: string; email: string; agent?: Agent }) {
  const form = { email, password: NO_SUCH_PASSWORD, next: "/" };
  return send({ path: "/sign-in", form, from, ...(agent ? { agent } : {}) });
}

async function keepGuessing(email: string, from: (n: number) => string): Promise<Answer[]> {
  const until = performance.now() + SECONDS * 1_000;
  const answers: Answer[] = [];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, n) => {
      const agent = alone();
      while (performance.now() < until) answers.push(await guess({ from: from(n), email, agent }));
      agent.destroy();
    }),
  );
  return answers;
}

/** In turns, each from another place, and few enough that none has to wait. */
async function timesOfGuesses(emails: readonly string[]): Promise<string[]> {
  const times = emails.map((): number[] => []);
  for (let n = 0; n < 100; n += 1)
    for (const [index, email] of emails.entries()) {
      const { status, milliseconds } = await guess({ from: `127.3.${index}.${n + 1}`, email });
      if (status !== 400) throw new Error(`a guess was answered with ${status}`);
      times[index]?.push(milliseconds);
    }
  return times.map((each) => median(each).toFixed(1));
}

/** A page every twenty milliseconds, one after the other, as long as the guesses take. */
async function whileGuessing(page: () => Promise<Answer>, guesses: () => Promise<Answer[]>) {
  let answers: Answer[] = [];
  const pages = await whileDoing(async () => {
    answers = await guesses();
  }, page);
  return { answers, pages };
}

async function whileDoing(work: () => Promise<unknown>, page: () => Promise<Answer>) {
  let working = true;
  const worked = work().finally(() => {
    working = false;
  });
  const times: number[] = [];
  while (working) {
    const { status, milliseconds } = await page();
    if (status !== 200) throw new Error(`the page was answered with ${status}`);
    times.push(milliseconds);
    await pause(20);
  }
  await worked;
  return times;
}

function report(title: string, answers: readonly Answer[], pages: readonly number[]): void {
  const statuses = Object.entries(Object.groupBy(answers, ({ status }) => status))
    .map(([status, those]) => `${those?.length} x ${status}`)
    .join(", ");
  const at = (share: number) =>
    (pages.toSorted((one, other) => one - other)[Math.floor(pages.length * share)] ?? 0).toFixed(0);
  console.log(title);
  if (statuses) console.log(`  answered ${statuses}`);
  console.log(
    `  ${pages.length} pages: median ${at(0.5)} ms, nine in ten below ${at(0.9)} ms, slowest ${Math.max(...pages).toFixed(0)} ms`,
  );
}

function send({ path, form, from, cookie, agent }: Send): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  const headers = {
    origin: url,
    ...(cookie ? { cookie } : {}),
    ...(body ? { "content-type": "application/x-www-form-urlencoded" } : {}),
  };
  const begun = performance.now();
  return new Promise((answered, failed) => {
    const sent = request(
      url + path,
      {
        method: body ? "POST" : "GET",
        headers,
        ...(from ? { localAddress: from } : {}),
        ...(agent ? { agent } : {}),
      },
      (answer) => {
        answer.resume();
        answer.on("end", () =>
          answered({
            status: answer.statusCode ?? 0,
            milliseconds: performance.now() - begun,
            headers: answer.headers,
          }),
        );
      },
    );
    sent.on("error", failed);
    sent.end(body);
  });
}

/** A connection of its own, as every stranger has. */
function alone(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((passed) => setTimeout(passed, milliseconds));
}
