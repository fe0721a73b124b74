/**
 * Time for an identity provider to bring an organisation over HTTP: `node bench/provisioning.ts [people]` starts a demo
 * of its own, makes a token on the page as an administrator does, then makes that many users (50,000, unless said
 * otherwise), each looked for first and with a manager, as Entra ID does. Ends with 1 above ten minutes for 50,000.
 * Prints how the time of a request grows, and what single requests take afterwards.
 */
import { rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { buildWhenNeeded, dataFolder, freePort, startProgram } from "../e2e/support/program.ts";

const PEOPLE = Number(process.argv[2] ?? 50_000);
const LIMIT_MS = (10 * 60_000 * PEOPLE) / 50_000;
const CONNECTIONS = 8;
const PART = Math.max(1, PEOPLE / 10);
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

type Answer = { status: number; text: string; cookies: string[]; milliseconds: number };
type Send = { method: string; path: string; headers?: Record<string, string>; body?: string };

const dataDir = dataFolder();
await buildWhenNeeded();
const url = `http://127.0.0.1:${await freePort()}`;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const program = startProgram({
  args: ["demo"],
  env: { PORT: new URL(url).port, TWOHATS_DATA_DIR: dataDir, LOG_LEVEL: "warn" },
});
try {
  await program.printed(/^ready (.+)$/m);
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  const token = await madeToken();
  const ids: string[] = [];
  const times: number[] = [];
  const begun = performance.now();
  let next = 0;
  let managers = 0;
  const work = async () => {
    for (let index = next++; index < PEOPLE; index = next++) {
      const boss = ids[Math.floor((index - 1) / 8)];
      if (boss) managers += 1;
      await scim(
        token,
        "GET",
        `/Users?filter=${encodeURIComponent(`userName eq "${name(index)}"`)}`,
      );
      const { milliseconds, text } = await scim(token, "POST", "/Users", user(index, boss), 201);
      ids[index] = (JSON.parse(text) as { id: string }).id;
      times.push(milliseconds);
      if (times.length % PART === 0) {
        const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
        console.log(
          `${times.length} after ${seconds} s; POST median ${median(times.slice(-PART))} ms`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  const took = performance.now() - begun;
  console.log(
    `${PEOPLE} users, ${managers} with a manager, in ${(took / 1_000).toFixed(0)} s (limit ${(LIMIT_MS / 1_000).toFixed(0)} s), load ${loadavg()[0]?.toFixed(1)}`,
  );
  await single(token, ids);
  process.exitCode = took > LIMIT_MS ? 1 : 0;
} finally {
  agent.destroy();
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** What one request takes when everybody is there, each asked for several times, one after the other. */
async function single(token: string, ids: readonly string[]): Promise<void> {
  const middle = name(Math.floor(PEOPLE / 2));
  const patch = (index: number, op: object) => ({
    path: `/Users/${ids[index]}`,
    body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [op] },
  });
  const asked: [string, (at: number) => Promise<Answer>][] = [
    ["by user name", () => list(token, `userName eq "${middle}"`)],
    ["by address", () => list(token, `emails[type eq "work"].value eq "${middle}"`)],
    ["by a part of a name", () => list(token, `displayName co "person 4"`)],
    [
      "a page of 200 in the middle",
      () => scim(token, "GET", `/Users?startIndex=${PEOPLE / 2}&count=200`),
    ],
    [
      "PATCH of a title",
      (at) => {
        const { path, body } = patch(at, { op: "Replace", path: "title", value: `Mate ${at}` });
        return scim(token, "PATCH", path, body);
      },
    ],
    [
      "leaving",
      (at) => {
        const { path, body } = patch(PEOPLE - 1 - at, {
          op: "Replace",
          path: "active",
          value: "False",
        });
        return scim(token, "PATCH", path, body);
      },
    ],
  ];
  for (const [what, ask] of asked) {
    const times: number[] = [];
    for (let at = 0; at < 5; at += 1) times.push((await ask(at)).milliseconds);
    console.log(`${what}: median ${median(times)} ms`);
  }
}

function list(token: string, filter: string): Promise<Answer> {
  return scim(token, "GET", `/Users?filter=${encodeURIComponent(filter)}`);
}

function name(index: number): string {
  return `person.${index}@bench.example`;
}

function user(index: number, manager: string | undefined): object {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
    userName: name(index),
    externalId: `object-${index}`,
    displayName: `Person ${index}`,
    name: { givenName: "Person", familyName: String(index) },
    emails: [{ type: "work", primary: true, value: name(index) }],
    active: true,
    title: "Specialist",
    [ENTERPRISE]: {
      employeeNumber: `B${index}`,
      department: `Department ${index % 40}`,
      ...(manager ? { manager: { value: manager } } : {}),
    },
  };
}

async function scim(token: string, method: string, path: string, body?: object, expected = 200) {
  const answer = await send({
    ...{ method, path: `/scim/v2${path}`, ...(body ? { body: JSON.stringify(body) } : {}) },
    headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
  });
  if (answer.status !== expected)
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}

/** Signs in as the administrator of the demo, and makes a token on its page. */
async function madeToken(): Promise<string> {
  const password = program.output().match(/password is: (.+)$/m)?.[1] ?? "";
  const email = program.output().match(/^ {2}(\S+@\S+) .+HR administrator$/m)?.[1] ?? "";
  const signedIn = await form("/sign-in", { email, password });
  const cookie = signedIn.cookies.map((each) => each.split(";")[0]).join("; ");
  const page = await form("/people/provisioning", { intent: "make", name: "Bench" }, cookie);
  const token = /twohats_scim_[\w-]+/.exec(page.text)?.[0];
  if (!token) throw new Error(`no token: ${page.status}`);
  return token;
}

function form(path: string, fields: Record<string, string>, cookie = ""): Promise<Answer> {
  const type = "application/x-www-form-urlencoded";
  const headers = { origin: url, cookie, "content-type": type };
  return send({ method: "POST", path, headers, body: new URLSearchParams(fields).toString() });
}

function send({ method, path, headers, body }: Send): Promise<Answer> {
  const begun = performance.now();
  return new Promise((answered, failed) => {
    const sent = request(url + path, { method, headers, agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () =>
        answered({
          ...{ status: answer.statusCode ?? 0, text, cookies: answer.headers["set-cookie"] ?? [] },
          milliseconds: performance.now() - begun,
        }),
      );
    });
    sent.on("error", failed);
    sent.end(body);
  });
}

function median(times: readonly number[]): string {
  return (times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0).toFixed(
    1,
  );
}
