/**
 * Server time of every page, signed in as each person of the sample who may see it: median of 20 requests in a row
 * after three to warm up, the body included. Starts a demo of its own. Run with node; ends with 1 when a page is above
 * the target or was not reached.
 */

import { rmSync } from "node:fs";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import routes from "../app/routes.ts";
import { buildWhenNeeded, dataFolder, freePort, startProgram } from "../e2e/support/program.ts";

const TARGET = 150;
const WARM_UPS = 3;
const RUNS = 20;
/** How many addresses of one route are looked at for further links. */
const FOLLOWED = 6;
/** Letters of every kind, for the links in them. */
const LETTERS_FOLLOWED = 100;
/** They only take what a form sends, or send on to another page. */
const NO_PAGES = ["/", "/sign-out", "/theme", "/organisation", "/welcome"];
const NO_PAGE = /\/(save|setup)$/;

const ADMIN = "HR administrator";
const USUAL = ["/home", "/people", "/people/tree", "/people/export", "/requests"];

type Visitor = { name: string; headers: Record<string, string> };
type Timed = { route: string; visitor: string; median: number };

await buildWhenNeeded();
const dataDir = dataFolder();
const url = `http://127.0.0.1:${await freePort()}`;
// Without a mail server, letters stay in the outbox, where their links can be read.
const program = startProgram({
  args: ["demo"],
  env: { PORT: new URL(url).port, TWOHATS_DATA_DIR: dataDir, LOG_LEVEL: "warn" },
});
const patterns = patternsOf(await routes, "");
const linksInLetters = new Set<string>();
try {
  await program.printed(/^ready (.+)$/m);
  const timed: Timed[] = [];
  const measure = async (visitor: Visitor, beginnings: readonly string[]) => {
    for (const [route, path] of await reachable(visitor, beginnings))
      timed.push({ route, visitor: visitor.name, median: await serverTime(path, visitor) });
  };
  for (const visitor of await signedInVisitors()) {
    const isAdmin = visitor.name === ADMIN;
    if (isAdmin) await lettersWritten(visitor);
    await measure(visitor, [...USUAL, ...(isAdmin ? await madeByAdmin(visitor) : [])]);
  }
  const letters = [...linksInLetters];
  await measure({ name: "nobody signed in", headers: {} }, [
    "/sign-in",
    "/dev/gallery",
    ...letters.filter((link) => /^\/(r|join)\//.test(link)),
  ]);
  report(timed);
} finally {
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function patternsOf(entries: readonly RouteConfigEntry[], base: string): string[] {
  return entries.flatMap(({ path, index, children }) => {
    const here = path ? `${base}/${path}` : base;
    const own = path || index ? [here || "/"] : [];
    return [...own, ...patternsOf(children ?? [], here)];
  });
}

/** The route of a path: the one with the fewest placeholders that fits. */
function routeOf(path: string): string | undefined {
  const fits = (route: string) =>
    new RegExp(`^${route.replaceAll(/:[^/]+/g, "[^/]+")}$`).test(path);
  const placeholders = (route: string) => route.split(":").length;
  return patterns.filter(fits).toSorted((one, two) => placeholders(one) - placeholders(two))[0];
}

/** Waits until letters are there and no more come: writing them would disturb the measurement. */
async function lettersWritten(admin: Visitor): Promise<void> {
  for (let before = ""; ; ) {
    const { text } = await get("/outbox", admin);
    const letters = text.match(/href="\/outbox\/[^"]+"/g)?.join() ?? "";
    if (letters !== "" && letters === before) return;
    before = letters;
    await new Promise((passed) => setTimeout(passed, 4_000));
  }
}

async function signedInVisitors(): Promise<Visitor[]> {
  const password = program.output().match(/password is: (.+)$/m)?.[1] ?? "";
  const printed = [...program.output().matchAll(/^ {2}(\S+@\S+) .+, (.+)$/gm)];
  return Promise.all(
    printed.map(async ([, email = "", role = ""]) => {
      const answer = await fetch(`${url}/sign-in`, {
        method: "POST",
        body: new URLSearchParams({ email, password, next: "/" }),
        headers: { origin: url },
        redirect: "manual",
      });
      const cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
      if (answer.status !== 302) throw new Error(`${role} was not signed in: ${answer.status}`);
      return { name: role, headers: { cookie: cookie.join("; ") } };
    }),
  );
}

/** One address of every route that a visitor can reach by following links. */
async function reachable(
  visitor: Visitor,
  beginnings: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const seen = new Map<string, Set<string>>();
  const waiting = [...beginnings];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const route = routeOf(path);
    if (!route || NO_PAGES.includes(route) || NO_PAGE.test(route)) continue;
    const most = route === "/outbox/:messageId" ? LETTERS_FOLLOWED : FOLLOWED;
    const addresses = seen.get(route) ?? new Set();
    if (addresses.has(path) || addresses.size >= most) continue;
    seen.set(route, addresses.add(path));
    const answer = await get(path, visitor);
    if (answer.status !== 200) continue;
    found.set(route, found.get(route) ?? path);
    for (const [, link] of answer.text.matchAll(/href="(\/[^"?#]*)/g)) waiting.push(link ?? "");
    for (const [, link] of answer.text.matchAll(
      /https?:\/\/127\.0\.0\.1:\d+(\/(?:r|join)\/[\w.~%-]+)/g,
    ))
      linksInLetters.add(link ?? "");
  }
  return found;
}

/** Begins a cycle and uploads a file, so that their pages are there. */
async function madeByAdmin(visitor: Visitor): Promise<string[]> {
  const instrument = (await get("/cycles/new", visitor)).text.match(
    /name="instrument"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="instrument"/,
  );
  const cycle = await send("/cycles/new", visitor, {
    name: "Spring",
    instrument: instrument?.[1] ?? instrument?.[2] ?? "",
  });
  const steps = ["details", "participants", "raters", "dates", "invitation", "review"];
  const setup = cycle.replace(/\/[^/]+$/, "");
  const file = new File([(await get("/people/export", visitor)).text], "people.csv");
  const upload = await send("/people/import", visitor, { file });
  return [...steps.map((step) => `${setup}/${step}`), upload, `${upload}/rejected`];
}

async function get(path: string, { headers }: Visitor) {
  const answer = await fetch(new URL(path, url), { headers, redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
}

/** @returns where the form leads to. */
async function send(path: string, { headers }: Visitor, fields: Record<string, string | File>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await fetch(new URL(path, url), {
    method: "POST",
    body,
    headers: { ...headers, origin: url },
    redirect: "manual",
  });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`The form of ${path} answered ${answer.status}`);
  return location;
}

async function serverTime(path: string, visitor: Visitor): Promise<number> {
  const times: number[] = [];
  for (let run = -WARM_UPS; run < RUNS; run += 1) {
    const begun = performance.now();
    await get(path, visitor);
    if (run >= 0) times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((one, two) => one - two);
  return ((sorted[RUNS / 2 - 1] ?? 0) + (sorted[RUNS / 2] ?? 0)) / 2;
}

function report(timed: readonly Timed[]): void {
  const slowestFirst = timed.toSorted((one, two) => two.median - one.median);
  console.log(`${"ms".padStart(7)}  ${"page".padEnd(36)} signed in as`);
  for (const { route, visitor, median } of slowestFirst) {
    const mark = median > TARGET ? "!" : " ";
    console.log(`${median.toFixed(1).padStart(7)}${mark} ${route.padEnd(36)} ${visitor}`);
  }
  const above = timed.filter(({ median }) => median > TARGET);
  console.log(`${above.length} of ${timed.length} above the target of ${TARGET} ms`);
  const measured = new Set(timed.map(({ route }) => route));
  const missed = patterns.filter(
    (route) => !measured.has(route) && !NO_PAGES.includes(route) && !NO_PAGE.test(route),
  );
  if (missed.length > 0) console.log(`not reached: ${missed.join(", ")}`);
  process.exitCode = above.length > 0 || missed.length > 0 ? 1 : 0;
}
