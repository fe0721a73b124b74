import { addresses } from "./addresses.ts";
import type { PageForm } from "./forms.ts";
import type { Cast, Visitor } from "./visitors.ts";

/** A generator of numbers from 0 to below 1 that always gives the same ones. Mulberry32 (Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HOSTILE = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u2066",
  "%00",
  "%E0%A4%A",
  "../../etc/passwd",
  "'; DROP TABLE person; --",
  "<script>alert(1)</script>",
  "{{name}}",
  "{{".repeat(500),
  "$(7*7)",
  "-1",
  "0",
  "1e309",
  "NaN",
  "9007199254740993",
  "2147483648",
  "32768",
  "0000-00-00",
  "2026-02-30",
  "99999-12-31",
  "9999-12-31",
  "-271821-04-20",
  "true",
  "null",
  "undefined",
  "__proto__",
  "constructor",
  "[object Object]",
  "en-US-x-private-very-long-tag",
  "á́́".repeat(300),
  "A".repeat(20_000),
  "👩🏽‍🏭".repeat(200),
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "019e0000-0000-7000-8000-00000000000g",
  "x@x",
  `${"a".repeat(300)}@example.org`,
  "a\r\nSet-Cookie: x=1",
];

/** Names of fields that forms of ours have, and some that none has. */
const FIELDS = [
  ..."intent person membership days email password next code organisation name theme returnTo language revision".split(
    " ",
  ),
  ..."subject body cycle title closesOn opensOn zone instrument participants rater relationship reason note".split(
    " ",
  ),
  ..."item-0 item-1 item-54 item-999 comment-keep comment-x seen declineRest kind minimum maximum search page q sort".split(
    " ",
  ),
  ..."from status department reader sections endsOn report grant coach remindOn reminderDays release paper file".split(
    " ",
  ),
  ..."expected outside mapping-0 dateOrder emptyCells absent tick rating item nextStep dueOn title-0 levels weight".split(
    " ",
  ),
  ..."__proto__ constructor toString then".split(" "),
];

const INTENTS =
  "save remove add confirm discard launch close release remind pause resume extend withdraw readmit appoint leavers submit approve return decline answer preview restore copy step back delete".split(
    " ",
  );

export type Shot = {
  who: Visitor;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: BodyInit;
};

/**
 * Makes requests that no page of ours would send: forms with a field or two gone bad, known addresses with hostile
 * values, broken bodies.
 */
export function shooter(
  { visitors, things }: Cast,
  forms: readonly PageForm[],
  origin: string,
  seed: number,
): () => Shot {
  const chance = seeded(seed);
  const pick = <Value>(from: readonly Value[]): Value =>
    from[Math.floor(chance() * from.length)] as Value;
  const known = Object.values(things);
  const value = (): string =>
    chance() < 0.6 ? pick(HOSTILE) : chance() < 0.6 ? pick(known) : pick(INTENTS);
  const field = () => (chance() < 0.95 ? pick(FIELDS) : pick(HOSTILE));
  const all = addresses().filter(({ pattern }) => pattern !== "/sign-out");

  const path = () => {
    const { pattern } = pick(all);
    const filled = pattern.replace(/:(\w+)/g, (_, name: string) => {
      const real = things[name] ?? "";
      return encoded(chance() < 0.75 ? real : value());
    });
    const data = chance() < 0.15 ? ".data" : "";
    const query = chance() < 0.4 ? `?${fields(1 + chance() * 3)}` : "";
    return `${filled}${data}${query}`;
  };
  const fields = (count: number) =>
    Array.from({ length: Math.floor(count) }, () => `${encoded(field())}=${encoded(value())}`).join(
      "&",
    );

  const body = (headers: Record<string, string>): BodyInit => {
    const kind = chance();
    if (kind < 0.6) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      const intent = chance() < 0.7 ? `intent=${pick(INTENTS)}&` : "";
      return `${intent}${fields(chance() * 8)}`;
    }
    if (kind < 0.85) {
      const form = new FormData();
      for (let at = 0; at < chance() * 6; at += 1)
        if (chance() < 0.8) form.append(field(), value());
        else form.append(field(), new File([value()], value().slice(0, 50) || "x"));
      return form;
    }
    headers["content-type"] = pick([
      "multipart/form-data; boundary=b",
      "multipart/form-data",
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded; charset=utf-7",
    ]);
    return pick([
      "",
      "--b",
      "--b\r\n\r\n--b--",
      "{",
      "a=%",
      "&&&==&",
      "\u0000\u0001",
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx',
    ]);
  };

  /** A form that a page has, with one to three of its fields changed, doubled or left out. */
  const spoiltForm = (): Omit<Shot, "headers"> => {
    const { by, path, fields } = pick(forms);
    const own = visitors.find(({ name }) => name === by);
    const who = own && chance() < 0.7 ? own : pick(visitors);
    const sent = fields.map(([name, typed]): [string, string] => [name, typed]);
    for (let change = 0; change < 1 + chance() * 2; change += 1) {
      const at = Math.floor(chance() * sent.length);
      const [name] = sent[at] ?? [field()];
      if (chance() < 0.15) sent.splice(at, 1);
      else if (chance() < 0.2) sent.push([name, value()]);
      else sent[at] = [name, value()];
    }
    const body = sent.map((pair) => pair.map(encoded).join("=")).join("&");
    return { who, method: "POST", path, body };
  };

  return () => {
    const who = pick(visitors);
    const method =
      chance() < 0.5
        ? "POST"
        : chance() < 0.85
          ? "GET"
          : pick(["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]);
    const headers: Record<string, string> = { cookie: dirty(who.cookie, chance, pick) };
    if (chance() < 0.97) headers.origin = origin;
    if (chance() < 0.5 && forms.length > 0) {
      const spoilt = spoiltForm();
      const cookie = spoilt.who.cookie;
      const type = "application/x-www-form-urlencoded";
      return { ...spoilt, headers: { ...headers, cookie, "content-type": type } };
    }
    if (chance() < 0.05)
      headers["accept-language"] = pick([
        "*",
        "xx-invalid-",
        ";q=",
        "de;q=2,,en",
        "a".repeat(2_000),
      ]);
    const sent = method === "GET" || method === "HEAD" ? {} : { body: body(headers) };
    return { who, method, path: path(), headers, ...sent };
  };
}

/** Sometimes with cookies that nobody set. */
function dirty(
  cookie: string,
  chance: () => number,
  pick: <Value>(from: readonly Value[]) => Value,
): string {
  if (chance() > 0.1) return cookie;
  const extra = pick([
    "twohats-theme=%00",
    "twohats-language=../..",
    "twohats-organisation=0",
    "twohats.session_token=x.y",
    "=;;=",
    "__Secure-x=1",
  ]);
  return cookie === "" ? extra : `${extra}; ${cookie}`;
}

/** Percent-encoded as it stands, half pairs and broken escapes included. */
function encoded(text: string): string {
  if (/%E0%A4%A$|^%00$/.test(text)) return text;
  try {
    return encodeURIComponent(text);
  } catch {
    return "%ED%A0%80";
  }
}
