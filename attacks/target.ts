import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { derive } from "../app/platform/db/connection.server.ts";
import { dataFolder, freePort, type Program, root, startProgram } from "../e2e/support/program.ts";
import { signedIn, type Visitor } from "../test/commands/visitor.ts";
import { type Copy, Truth } from "./truth.ts";

/** The running demonstration, with its sample organisation, and what insiders have of it. */
export type Target = {
  url: string;
  /** Someone signed in, by the words the demonstration prints beside them. */
  as(who: string): Promise<Visitor>;
  /** Somebody without cookies. */
  stranger(path: string): Promise<{ status: number; text: string }>;
  /** A copy of the database, as an operator has it: no secret, all tables. */
  copy: Copy;
  /** Until every letter that was due has left. */
  lettersLeft(): Promise<void>;
  /** What is really so. For judging what was found, never for finding it. */
  truth: Truth;
};

/** Starts the product from `folder`, lets `use` attack it, and ends it. */
export async function withTarget<Result>(
  folder: string,
  use: (target: Target) => Promise<Result>,
): Promise<Result> {
  const dataDir = dataFolder();
  const port = await freePort();
  const program = startProgram({
    args: ["demo"],
    folder,
    env: { TWOHATS_DATA_DIR: dataDir, LOG_LEVEL: "error", PORT: String(port) },
  });
  let database: pg.Client | null = null;
  try {
    await program.printed(/^ready (.+)$/m);
    database = await open(dataDir);
    await lettersLeft(database);
    return await use(targetOf(`http://127.0.0.1:${port}`, program, database, secretOf(dataDir)));
  } finally {
    await database?.end();
    await program.stop("SIGINT");
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const PATIENCE_MS = 180_000;

/** Until the sample's letters have left. */
async function lettersLeft(database: pg.Client): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await database.query<{ waiting: number }>(
      "SELECT count(*)::int AS waiting FROM message WHERE state IN ('queued', 'sending')",
    );
    if (rows[0]?.waiting === 0) return;
    if (performance.now() > until) throw new Error("letters are still waiting");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The product as it is. */
export const product: string = root;

const secretOf = (dataDir: string) => readFileSync(join(dataDir, "secret"), "utf8").trim();

async function open(dataDir: string): Promise<pg.Client> {
  const pid = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(pid.split("\n")[3]),
    user: "postgres",
    password: derive(secretOf(dataDir), "owner role"),
    database: "postgres",
  });
  await client.connect();
  return client;
}

function targetOf(url: string, program: Program, database: pg.Client, secret: string): Target {
  const copy = async <Row extends object>(query: string, values: unknown[] = []) =>
    (await database.query<Row>(query, values)).rows;
  return {
    url,
    as: (who) => signedIn(url, program, who),
    stranger: async (path) => {
      const answer = await fetch(url + path, { redirect: "manual" });
      return { status: answer.status, text: await answer.text() };
    },
    copy,
    lettersLeft: () => lettersLeft(database),
    truth: new Truth(copy, secret),
  };
}
