/**
 * The JavaScript that each of a rater's pages loads, as files and compressed with gzip and brotli, with what those
 * files import. Starts a demo of its own. Run with node; ends with 1 above the limit.
 */
import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildWhenNeeded } from "../e2e/support/program.ts";
import { raterLinks } from "../e2e/support/raters.ts";
import { type Server, startServer } from "../e2e/support/server.ts";

const LIMIT = 100_000;

await buildWhenNeeded();
const server = await startServer({ command: "demo" });
try {
  let worst = 0;
  console.log(`page${" ".repeat(16)}files      plain       gzip     brotli   (bytes)`);
  for (const [name, path] of await raterPages(server)) {
    const scripts = await scriptsOf(new URL(path, server.url));
    const sizes = [
      scripts.length,
      total(scripts, (script) => script.length),
      total(scripts, (script) => gzipSync(script).length),
      total(scripts, (script) => brotliCompressSync(script).length),
    ];
    worst = Math.max(worst, sizes[2] ?? 0);
    console.log(name.padEnd(20) + sizes.map((size) => String(size).padStart(8)).join("   "));
  }
  console.log(`largest ${worst} bytes with gzip; limit ${LIMIT}`);
  process.exitCode = worst > LIMIT ? 1 : 0;
} finally {
  await server.stop();
}

/** The list, the introduction and the first part of a questionnaire, as a rater walks through them. */
async function raterPages(server: Server): Promise<[string, string][]> {
  while (raterLinks(server).length === 0) await new Promise((passed) => setTimeout(passed, 200));
  const list = new URL(raterLinks(server)[0] ?? "").pathname;
  const intro = await linkOn(new URL(list, server.url), new RegExp(`href="(${list}/[^"/]+)"`));
  const part = await linkOn(new URL(intro, server.url), new RegExp(`href="(${intro}/[^"/]+)"`));
  return [
    ["list of requests", list],
    ["introduction", intro],
    ["questions", part],
  ];
}

async function linkOn(page: URL, pattern: RegExp): Promise<string> {
  const found = (await textOf(page)).match(pattern)?.[1];
  if (!found) throw new Error(`No link like ${pattern} on ${page.pathname}`);
  return found;
}

/** The page's scripts, written in it or loaded, and every file that those import. */
async function scriptsOf(page: URL): Promise<Buffer[]> {
  const html = await textOf(page);
  const written = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]+?)<\/script>/g)];
  const named = [
    ...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g),
    ...html.matchAll(/<link[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g),
  ];
  const loaded = new Map<string, Buffer>();
  const waiting = named.map(([, path]) => new URL(path ?? "", page));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (loaded.has(next.href)) continue;
    const script = await textOf(next);
    loaded.set(next.href, Buffer.from(script));
    for (const [, path] of script.matchAll(/(?:from|import)\s*\(?["']([./][^"']+\.js)["']/g))
      waiting.push(new URL(path ?? "", next));
  }
  return [...written.map(([, code]) => Buffer.from(code ?? "")), ...loaded.values()];
}

async function textOf(address: URL): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
  return answer.text();
}

function total(scripts: readonly Buffer[], sizeOf: (script: Buffer) => number): number {
  return scripts.reduce((sum, script) => sum + sizeOf(script), 0);
}
