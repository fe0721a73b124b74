import type { Server } from "../server.ts";
import { addresses } from "./addresses.ts";
import { contentsOf } from "./contents.ts";
import { formsFor } from "./forms.ts";
import { type Shot, seeded, shooter } from "./fuzz.ts";
import type { Cast, VisitorName } from "./visitors.ts";

export type FuzzResult = {
  requests: number;
  /** What must never be: a fault, a wait, a trace of the program in an answer. */
  faults: string[];
  /** Tables that differ afterwards although nobody who may change anything asked. */
  written: string[];
  statuses: Record<string, number>;
};

const AT_ONCE = 4;
const LONGEST_ADDRESS = 12_000;
const PATIENCE_MS = 20_000;
const HARMLESS: VisitorName[] = ["nobody", "stranger", "leaver"];

/**
 * Sends made-up requests: first from those who may change nothing of the sample, and looks whether anything changed;
 * then from everyone. Ends by itself.
 */
export async function fuzz(
  server: Server,
  cast: Cast,
  requests: number,
  seed: number,
): Promise<FuzzResult> {
  const result: FuzzResult = { requests: 0, faults: [], written: [], statuses: {} };
  const harmless = {
    ...cast,
    visitors: cast.visitors.filter(({ name }) => HARMLESS.includes(name)),
  };
  const forms = [];
  // As many pages are looked at for forms as requests are made: each request takes one form, whichever.
  const chance = seeded(seed);
  const share = requests / (cast.visitors.length * addresses().length);
  for (const who of cast.visitors)
    forms.push(...(await formsFor(server.url, cast, who, () => chance() < share)));
  const before = await contentsOf(server.dataDir, cast.organisationId);
  const theirs = { ...harmless, things: withoutLink(cast.things) };
  const noLinks = forms.filter(({ path }) => !path.startsWith("/r/"));
  await shoot(server, shooter(theirs, noLinks, server.url, seed), requests / 2, result);
  const after = await contentsOf(server.dataDir, cast.organisationId);
  result.written = Object.keys(after).filter((table) => before[table] !== after[table]);
  await shoot(server, shooter(cast, forms, server.url, seed + 1), requests / 2, result);
  return result;
}

/** A personal link lets its holder answer, so whoever may change nothing has none that works. */
function withoutLink(things: Cast["things"]): Cast["things"] {
  return { ...things, token: `${things.token?.slice(0, -4)}AAAA` };
}

async function shoot(
  server: Server,
  next: () => Shot,
  count: number,
  result: FuzzResult,
): Promise<void> {
  let left = Math.floor(count);
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await one(server, next(), result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function one(server: Server, shot: Shot, result: FuzzResult): Promise<void> {
  const { who, method, path, headers, body } = shot;
  const what = `${who.name}: ${method} ${path.slice(0, 300)}${typeof body === "string" ? ` ${body.slice(0, 300)}` : ""}`;
  result.requests += 1;
  try {
    const answer = await fetch(server.url + path, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    result.statuses[answer.status] = (result.statuses[answer.status] ?? 0) + 1;
    if (answer.status >= 500) result.faults.push(`${answer.status} ${what}`);
    if (/\bat \w+.*\.(ts|js):\d+/.test(text)) result.faults.push(`a stack trace: ${what}`);
  } catch (error) {
    // An address longer than Node reads (16 kB) is answered with 431 and hung up on: the answer may come too late for
    // whoever still sends.
    if (path.length > LONGEST_ADDRESS) return;
    result.faults.push(`${error instanceof Error ? error.name : "failed"}: ${what}`);
  }
}
