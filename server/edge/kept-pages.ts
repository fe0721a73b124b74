import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { parseAccept } from "hono/utils/accept";
import { languages } from "~/platform/i18n/language.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { latest } from "~/platform/memory/latest.ts";
import { themeOf } from "~/shell/theme-cookie.server.ts";

/** Some 50 kB each: more than there are open pages, languages and looks in use, and little memory. */
const MOST = 300;
/** Anything else in a query would let whoever asks fill the memory with copies of one page. */
const QUERIES = new Set(["", ...languages.map((language) => `?lang=${language}`)]);
const pack = promisify(gzip);

/** Told of each page that was handed out again: how it was asked for, its status, and how long that took. */
type Served = (method: string, status: number, milliseconds: number) => void;

type Kept = { body: Buffer; packed: Buffer; etag: string; headers: [string, string][] };

/**
 * Keeps pages of those that manifests open to everyone, where they say that anybody may (`Cache-Control: public`), and
 * hands them out again: to a browser that has one, only the word that it still holds (RFC 9110, 8.8 and 15.4.5). What
 * they are made of besides the address is the language and the look, so there is one of each. What a page answers to a
 * form never gets here.
 */
export function keptPages(under: readonly string[], served: Served): MiddlewareHandler {
  const kept = latest<Kept>(MOST);
  return async (c, next) => {
    const started = performance.now();
    const { pathname, search } = new URL(c.req.url);
    const isUnder = under.some((each) => pathname === each || pathname.startsWith(`${each}/`));
    if (c.req.method !== "GET" || !isUnder || !QUERIES.has(search)) return next();
    const key = [pathname + search, readerLanguage(), await themeOf(c.req.raw.headers)].join(" ");
    const before = kept.get(key);
    if (before) {
      c.res = answerWith(before, c.req.raw.headers);
      served("GET", c.res.status, performance.now() - started);
      return;
    }
    await next();
    if (!isOpen(c.res)) return;
    const page = await keep(c.res, c.get("secureHeadersNonce") ?? "");
    kept.set(key, page);
    // Taken away first: what it was answered with would be added to what replaces it.
    c.res = undefined;
    c.res = answerWith(page, c.req.raw.headers);
  };
}

function isOpen({ status, headers }: Response): boolean {
  return (
    status === 200 &&
    headers.get("Cache-Control")?.startsWith("public") === true &&
    headers.get("Content-Type")?.startsWith("text/html") === true &&
    headers.getSetCookie().length === 0
  );
}

/** The page without the mark of the one answer that it was made for. */
async function keep(made: Response, nonce: string): Promise<Kept> {
  const text = await made.text();
  const body = Buffer.from(nonce === "" ? text : text.replaceAll(` nonce="${nonce}"`, ""));
  const sum = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  const headers = [...made.headers].filter(([name]) => !/^(content-length|vary)$/i.test(name));
  const vary = [made.headers.get("Vary"), "Accept-Encoding"].filter(Boolean).join(", ");
  headers.push(["Vary", vary]);
  // Weak: packed or not, it is the same page.
  return { body, packed: await pack(body), etag: `W/"${sum}"`, headers };
}

function answerWith({ body, packed, etag, headers: own }: Kept, asked: Headers): Response {
  const headers = new Headers(own);
  headers.set("ETag", etag);
  const known = asked.get("If-None-Match")?.split(",") ?? [];
  if (known.some((each) => each.trim() === etag))
    return new Response(null, { status: 304, headers });
  const taken = parseAccept(asked.get("Accept-Encoding") ?? "").find(({ type }) => type === "gzip");
  const isPacked = taken !== undefined && taken.q > 0;
  if (isPacked) headers.set("Content-Encoding", "gzip");
  return new Response(new Uint8Array(isPacked ? packed : body), { headers });
}
