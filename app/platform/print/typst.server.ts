import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import template from "./document.typ?raw";
import { compilerFile, fontFiles } from "./fonts.server.ts";
import type { PrintDocument } from "./print-block.ts";
import processCode from "./typst-process.ts?raw";

/** Two at most: the server needs a core as well. The second starts only when the first is busy. */
const MOST_PROCESSES = 2;
/** A process that holds more than this ends after its document, and gives the memory back. */
const MOST_MEMORY = 260 * 2 ** 20;
const IDLE_MS = 60_000;
const TIMEOUT_MS = 60_000;

type Answer = { id: number; memory: number; pdf?: Uint8Array; fault?: string };
type Order = {
  data: string;
  at: number;
  resolve(pdf: Uint8Array<ArrayBuffer>): void;
  reject(error: Error): void;
};
type Setter = { process: ChildProcess; order: Order | null; timer: NodeJS.Timeout | null };

const setters: Setter[] = [];
const waiting: Order[] = [];
let orders = 0;

/**
 * Sets a document as a PDF/UA-1 file, outside this process. `at` is the time
 * of creation in seconds.
 * @throws when the document cannot be set, or not within a minute. The error holds no words of the document.
 */
export function setDocument(data: PrintDocument, at: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    waiting.push({ data: JSON.stringify(data), at, resolve, reject });
    next();
  });
}

function next(): void {
  if (waiting.length === 0) return;
  const free = setters.find((setter) => setter.order === null);
  const setter = free ?? (setters.length < MOST_PROCESSES ? startSetter() : null);
  const order = setter && waiting.shift();
  if (!setter || !order) return;
  if (setter.timer) clearTimeout(setter.timer);
  setter.order = order;
  setter.timer = setTimeout(() => end(setter), TIMEOUT_MS);
  keepAlive(setter, true);
  orders += 1;
  setter.process.send({ id: orders, data: order.data, at: order.at });
}

function startSetter(): Setter {
  const child = spawn(
    process.execPath,
    ["--no-warnings", "--input-type=module-typescript", "--eval", processCode],
    {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      cwd: tmpdir(),
      // One arena: documents come one after another, and freed memory is found again.
      env: { MALLOC_ARENA_MAX: "1", PATH: process.env.PATH },
    },
  );
  const setter: Setter = { process: child, order: null, timer: null };
  child.on("message", (answer: Answer) => finish(setter, answer));
  child.on("error", () => end(setter));
  child.on("exit", () => end(setter));
  child.send({ compiler: compilerFile(), fonts: fontFiles(), template });
  setters.push(setter);
  return setter;
}

function finish(setter: Setter, { pdf, fault, memory }: Answer): void {
  const { order } = setter;
  setter.order = null;
  if (setter.timer) clearTimeout(setter.timer);
  if (pdf) order?.resolve(new Uint8Array(pdf));
  else order?.reject(new Error(`a document could not be set: ${withoutWords(fault ?? "")}`));
  if (memory > MOST_MEMORY) {
    end(setter);
  } else {
    setter.timer = setTimeout(() => end(setter), IDLE_MS).unref();
    keepAlive(setter, false);
  }
  next();
}

/** Ends a process. What it was at work on has failed. */
function end(setter: Setter): void {
  const index = setters.indexOf(setter);
  if (index < 0) return;
  setters.splice(index, 1);
  if (setter.timer) clearTimeout(setter.timer);
  setter.order?.reject(new Error("a document could not be set: its process ended"));
  setter.process.kill("SIGKILL");
  next();
}

/** A process at rest keeps nothing running. */
function keepAlive({ process: child }: Setter, alive: boolean): void {
  if (alive) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** Messages quote the document; logs must not. */
function withoutWords(fault: string): string {
  return fault.replaceAll(/"[^"]*"|`[^`]*`/g, "…").slice(0, 500);
}
