// Runs in a process of its own, from its text: setting a page blocks a thread for a tenth of a second, a broken
// document must not take the server down, and memory once taken is given back only by ending.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

type Compiler = {
  addSource(path: string, source: string): void;
  mapShadow(path: string, content: Buffer): void;
  evictCache(maxAge: number): void;
  compile(options: { mainFilePath: string }): {
    result: object | null;
    takeDiagnostics(): Problem | null;
  };
  fetchDiagnostics(problem: Problem): { message?: string }[];
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Buffer;
};
type Problem = { shortDiagnostics: unknown[] };
type Start = { compiler: string; fonts: string[]; template: string };
type Order = { id: number; data: string; at: number };

/** The files the template reads are kept in memory, under a folder that needs not exist. */
const FOLDER = "/twohats-print";
const MAIN = `${FOLDER}/document.typ`;
/** PDF/UA allows no sign without a shape; each one missing from all fonts becomes this one. */
const MISSING = "\ufffd";
const MOST_TRIES = 4;
/** Results not used by this many documents in a row are forgotten. */
const CACHE_AGE = 2;

let compiler: Compiler | undefined;

function start({ compiler: path, fonts, template }: Start): void {
  const { NodeCompiler } = createRequire(path)(path) as {
    NodeCompiler: { create(args: object): Compiler };
  };
  compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }],
  });
  compiler.addSource(MAIN, template);
}

function set(data: string, at: number): Buffer {
  if (!compiler) throw new Error("not started");
  let words = data;
  for (let tries = 1; ; tries += 1) {
    compiler.mapShadow(`${FOLDER}/document.json`, Buffer.from(words));
    const compiled = compiler.compile({ mainFilePath: MAIN });
    if (!compiled.result) throw new Error(`typst: ${messagesOf(compiler, compiled)}`);
    try {
      return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: at });
    } catch (error) {
      const missing = missingSigns(String(error));
      if (missing.length === 0 || tries === MOST_TRIES) throw error;
      for (const sign of missing) words = words.replaceAll(sign, MISSING);
      words = words.replace('"signsMissing":false', '"signsMissing":true');
    } finally {
      compiler.evictCache(CACHE_AGE);
    }
  }
}

function messagesOf(by: Compiler, compiled: { takeDiagnostics(): Problem | null }): string {
  const problem = compiled.takeDiagnostics();
  const messages = problem && by.fetchDiagnostics(problem).map(({ message }) => message);
  return messages?.join("; ") ?? "no document";
}

/** The signs that the compiler says no font has, longest first. */
function missingSigns(message: string): string[] {
  const named = message.matchAll(/the text `([^`]+)` could not be displayed/g);
  const signs = [...named].map(([, quoted = ""]) =>
    quoted
      .replaceAll(/^\\?"|\\?"$/g, "")
      .replaceAll(/(?<!\\)\\+u\{([0-9a-f]+)\}/g, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      ),
  );
  return [...new Set(signs)]
    .filter((sign) => sign !== MISSING && !/[ -~]/.test(sign))
    .sort((a, b) => b.length - a.length);
}

process.on("message", (message: Start | Order) => {
  if ("template" in message) {
    start(message);
    return;
  }
  const { id, data, at } = message;
  try {
    const pdf = set(data, at);
    process.send?.({ id, pdf, memory: process.memoryUsage.rss() });
  } catch (error) {
    process.send?.({ id, fault: String(error), memory: process.memoryUsage.rss() });
  }
});
process.on("disconnect", () => process.exit(0));
