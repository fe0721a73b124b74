import { readFileSync } from "node:fs";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { betterAuth } from "better-auth";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  buildWhenNeeded,
  dataFolder,
  freePort,
  type Program,
  startProgram,
} from "../../e2e/support/program.ts";
import { cleanUp } from "./running.ts";

// A server of its own, with nobody in it, that people reach by TLS: the proxy is played by hand.
const PUBLIC = "https://hats.test";
const dataDir = dataFolder();
let program: Program;
let url: string;

vi.setConfig({ testTimeout: 240_000 });
beforeAll(async () => {
  await buildWhenNeeded();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  program = startProgram({
    args: ["serve"],
    env: {
      TWOHATS_DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: PUBLIC,
      TRUSTED_PROXIES: "loopback",
    },
  });
  await program.printed(/^ready /m);
}, 240_000);
afterAll(() => cleanUp(dataDir, [program]));

const get = (path: string) => fetch(url + path, { redirect: "manual" });
const post = (path: string, headers: Record<string, string>, body: BodyInit = "a=1") =>
  fetch(url + path, { method: "POST", headers, body, redirect: "manual" });
const FORM = { origin: PUBLIC, "content-type": "application/x-www-form-urlencoded" };

function memoryOf(pid: number | undefined): number {
  const [, kib] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}

test("provisioning comes in by one address alone, with a token and nothing else; forms are guarded everywhere else", async () => {
  const json = { "content-type": "application/scim+json" };
  const told = await post("/scim/v2/Users", json, "{}");
  expect(told.status).toBe(401);
  expect(told.headers.get("content-type")).toBe("application/scim+json");
  expect(told.headers.get("x-content-type-options")).toBe("nosniff");
  expect(told.headers.get("set-cookie")).toBeNull();
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect((await fetch(`${url}/scim/v2/Users/1`, { method })).status).toBe(401);
    expect((await fetch(`${url}/sign-in`, { method })).status).toBe(405);
  }
  expect((await fetch(`${url}/scim/v2/Users`, { method: "OPTIONS" })).status).toBe(405);
  const large = "x".repeat(3 * 1024 * 1024);
  expect((await post("/scim/v2/Users", json, large)).status, "strangers too").toBe(401);
  for (const path of ["/scim", "/scim/v1/Users", "/scim/v2x", "/people/provisioning"])
    expect((await post(path, json, "{}")).status, path).toBe(403);
});

test("a form of another site is taken where SAML's answers come in, and nowhere beside it", async () => {
  const elsewhere = { ...FORM, origin: "https://idp.test", cookie: "twohats-sign-on=x" };
  const organisation = "018f0000-0000-7000-8000-000000000001";
  const taken = await post(`/sign-in/saml/${organisation}/acs`, elsewhere, "SAMLResponse=x");
  expect([taken.status, taken.headers.get("set-cookie")]).toEqual([303, null]);
  expect(taken.headers.get("location")).toMatch(/problem=over/);
  const beside = [
    ...["/sign-in", "/sign-in/samlx/acs", "/home"],
    ...["", "/start", "/finish", "/return"].map(
      (end) => `/sign-in/organisation/${organisation}${end}`,
    ),
  ];
  for (const path of beside) expect((await post(path, elsewhere)).status, path).toBe(403);
  const json = { ...elsewhere, "content-type": "application/json" };
  const door = `/sign-in/saml/${organisation}`;
  for (const path of ["/sign-in/saml", `${door}/other`])
    expect((await post(path, elsewhere)).status, path).toBe(404);
  expect((await post(`${door}/acs`, json, "{}")).headers.get("location") ?? "").not.toMatch(
    /outcome/,
  );
  expect((await fetch(`${url}${door}/acs`, { method: "DELETE" })).status).toBe(405);
});

test("nothing that the sign-in library would answer by itself is there, signing up included", async () => {
  const library = betterAuth({
    ...{ emailAndPassword: { enabled: true }, secret: "x".repeat(40), baseURL: PUBLIC },
    logger: { disabled: true },
  });
  const paths = Object.values(library.api).flatMap((each) =>
    "path" in each && typeof each.path === "string" ? [each.path] : [],
  );
  expect(paths).toEqual(expect.arrayContaining(["/sign-up/email", "/sign-in/email"]));
  const person = { name: "Eve", email: "eve@house.test", password: "correct horse battery" };
  for (const path of paths) {
    const at = `/api/auth${path}`;
    const json = { origin: PUBLIC, "content-type": "application/json" };
    const answers = [
      await get(at),
      await post(at, FORM, String(new URLSearchParams(person))),
      await post(at, json, JSON.stringify(person)),
    ];
    const [read, sent, asJson] = answers.map(({ status }) => status);
    expect([read, sent], at).toEqual([404, 404]);
    expect([403, 404, 415], at).toContain(asJson);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  }
});

test("every answer carries the headers that keep it from being sniffed, framed or passed on", async () => {
  const asset = /\/assets\/[\w.-]+\.css/.exec(await (await get("/welcome")).text())?.[0] ?? "";
  const answers = {
    page: await get("/welcome"),
    redirect: await get("/"),
    asset: await get(asset),
    icon: await get("/favicon.svg"),
    health: await get("/health"),
    ready: await get("/ready"),
    "not here": await get("/nothing"),
    "no form": await post("/sign-in", { origin: PUBLIC, "content-type": "application/json" }, "{}"),
    "another site": await post("/sign-in", { ...FORM, origin: "https://evil.test" }),
    "too large": await post("/sign-in", FORM, `a=${"b".repeat(600_000)}`),
    method: await fetch(`${url}/sign-in`, { method: "DELETE" }),
    data: await get("/sign-in.data"),
  };
  const statuses = Object.entries(answers).map(([name, answer]) => [name, answer.status]);
  expect(Object.fromEntries(statuses)).toEqual({
    page: 200,
    redirect: 302,
    asset: 200,
    icon: 200,
    health: 200,
    ready: 200,
    "not here": 404,
    "no form": 415,
    "another site": 403,
    "too large": 413,
    method: 405,
    data: 202,
  });
  for (const [name, { headers }] of Object.entries(answers)) {
    expect(headers.get("x-content-type-options"), name).toBe("nosniff");
    expect(headers.get("x-frame-options"), name).toBe("DENY");
    expect(headers.get("referrer-policy"), name).toBe("same-origin");
    expect(headers.get("content-security-policy"), name).toMatch(/default-src 'self'/);
    expect(headers.get("strict-transport-security"), name).toMatch(/^max-age=\d+$/);
  }
});

test.each(["/sign-in", "/sign-out", "/organisation", "/theme", "/language", "/welcome", "/join/x"])(
  "%s takes what came from our own pages, and nothing that came from elsewhere",
  async (path) => {
    const own = await post(path, FORM, "theme=dark&language=en");
    expect([200, 302, 400, 410], `${path} ${own.status}`).toContain(own.status);
    for (const origin of ["https://evil.test", url, "null"])
      expect((await post(path, { ...FORM, origin })).status, `${path} from ${origin}`).toBe(403);
    const silent = { "content-type": FORM["content-type"] };
    expect((await post(path, silent)).status, `${path} from nobody`).toBe(403);
  },
);

test("behind TLS every cookie of ours travels by TLS alone", async () => {
  const answer = await post("/theme", FORM, "theme=dark&returnTo=/");
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^twohats-theme=dark;.*; Secure$/),
  ]);
});

/**
 * Sends a head and a body that never ends, until the server hangs up or says no. @returns its status and how much went
 * out.
 */
function flood(
  method: string,
  path: string,
  head: string,
): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const part = Buffer.alloc(256 * 1024, "a");
    const most = 400 * 1024 * 1024;
    let [answer, sent] = ["", 0];
    const done = () => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), sent });
    };
    const pump = () => {
      while (sent < most && !socket.destroyed) {
        sent += part.length;
        if (!socket.write(part)) return;
      }
    };
    socket.setTimeout(20_000, () => reject(new Error(`${method} ${path} was left hanging`)));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (answer.includes("\r\n\r\n")) done();
    });
    socket.on("drain", pump);
    socket.on("error", done);
    socket.on("close", done);
    socket.on("connect", () => {
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: hats.test\r\nContent-Length: ${most}\r\n${head}\r\n`,
      );
      pump();
    });
  });
}

const TYPED = "Content-Type: application/x-www-form-urlencoded\r\n";

test("no method, route or type of body makes the server hold what is sent", async () => {
  const before = memoryOf(program.child.pid);
  const own = `Origin: ${PUBLIC}\r\n`;
  const floods = [
    flood("PUT", "/sign-in", TYPED + own),
    flood("PATCH", "/sign-in", TYPED + own),
    flood("DELETE", "/people/import", own),
    flood("QUERY", "/sign-in", own),
    flood("OPTIONS", "/sign-in", own),
    flood("POST", "/sign-in", TYPED + own),
    flood("POST", "/people/import", `Content-Type: application/json\r\n${own}`),
    flood("POST", "/people/import/0190aaaa-0000-7000-8000-000000000000", TYPED + own),
    flood("POST", "/assets/x.js", TYPED + own),
    flood("POST", "/health", TYPED + own),
    flood("POST", "/people/import", "Content-Type: multipart/form-data; boundary=b\r\n"),
  ];
  const results = await Promise.all(floods);
  for (const { status } of results) expect([302, 403, 404, 405, 413, 415]).toContain(status);
  expect(memoryOf(program.child.pid) - before, "MB that the floods left").toBeLessThan(150);
  expect((await get("/health")).status).toBe(200);
});

test("a form that is broken is refused in one line of the log at most, without its words", async () => {
  const from = program.output().length;
  const type = "multipart/form-data; boundary=b";
  const answer = await post(
    "/sign-in",
    { origin: PUBLIC, "content-type": type },
    "--b\r\nsecret-words",
  );
  expect(answer.status).toBe(400);
  const logged = program.output().slice(from);
  expect(logged.split("\n").filter(Boolean).length).toBeLessThanOrEqual(1);
  expect(logged).not.toContain("secret-words");
});

test("twenty who ask at once and never sign in do no harm", async () => {
  const paths = ["/sign-in", "/welcome", "/", "/home"];
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, at) => get(paths[at % paths.length] ?? "/")),
  );
  expect(all.filter(({ status }) => status >= 500)).toEqual([]);
  const sent = await Promise.all(
    Array.from({ length: 20 }, () =>
      post("/welcome", FORM, "code=x&organisation=X&name=X&email=x@x.test&password=0123456789"),
    ),
  );
  expect(sent.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
  expect((await get("/ready")).status).toBe(200);
});

test("stopping, it finishes what is going on, takes nothing new, and says so", async () => {
  const { port } = new URL(url);
  const body = "theme=dark&returnTo=%2Fhome";
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    const sending = httpRequest({
      port,
      host: "127.0.0.1",
      method: "POST",
      path: "/theme",
      headers: { ...FORM, "content-length": body.length },
    });
    sending.once("response", resolve);
    sending.once("error", reject);
    sending.write(body.slice(0, 10));
    // Half of the form is there when the stop comes; the rest follows later.
    setTimeout(() => program.child.kill("SIGTERM"), 300);
    setTimeout(() => sending.end(body.slice(10)), 1_500);
  });
  await new Promise((passed) => setTimeout(passed, 800));
  await expect(get("/health"), "nobody new is let in").rejects.toThrow();
  const answer = await answered;
  expect([answer.statusCode, answer.headers.location]).toEqual([302, "/home"]);
  answer.resume();
  expect(await program.ended).toBe(0);
});
