import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Mail, type Mailbox, startMailbox } from "./mailbox.ts";
import { copyData, dataFolder, freePort, type Program, startProgram } from "./program.ts";
import { startTlsProxy } from "./tls-proxy.ts";

export type Role =
  | "HR administrator"
  | "manager with a released report"
  | "manager choosing raters"
  | "rater with requests waiting";

export type SignIn = { name: string; email: string; password: string };

export type Server = {
  url: string;
  mailbox: Mailbox;
  program: Program;
  dataDir: string;
  /** A sign-in of the sample organisation, as the terminal printed it. */
  signIn(role: Role): SignIn;
  stop(): Promise<void>;
};

type Options = {
  command: "demo" | "serve";
  /** A stopped server's data folder to begin with a copy of. */
  from?: string | undefined;
  /** Reached by TLS, through a proxy, as in earnest. */
  tls?: boolean;
  /** Reached by this machine's name: browsers have passkeys for names alone. */
  named?: boolean;
  /** Further settings. */
  env?: Record<string, string>;
};

const LETTERS = "letters.json";

/** One Twohats of its own: its port, its data, its mail server. */
export async function startServer(options: Options): Promise<Server> {
  const { command, from, tls = false, named = false, env = {} } = options;
  const dataDir = dataFolder();
  if (from) copyData(from, dataDir);
  const mailbox = await startMailbox();
  const port = await freePort();
  const proxy = tls ? await startTlsProxy(await freePort(), port) : null;
  const url = proxy?.url ?? `http://${named ? "localhost" : "127.0.0.1"}:${port}`;
  if (from) mailbox.mails.push(...keptLetters(dataDir, url));
  const program = startProgram({
    args: [command],
    env: {
      PORT: String(port),
      ...(named ? { PUBLIC_URL: url } : {}),
      ...(proxy ? { PUBLIC_URL: url, TRUSTED_PROXIES: "loopback" } : {}),
      TWOHATS_DATA_DIR: dataDir,
      SMTP_URL: mailbox.url,
      LOG_LEVEL: "warn",
      ...env,
    },
  });
  await program.printed(/^ready (.+)$/m);
  return {
    url,
    mailbox,
    program,
    dataDir,
    signIn: (role) => printedSignIn(program.output(), role),
    stop: async () => {
      await program.stop();
      await proxy?.stop();
      await mailbox.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Keeps the letters that a server sent beside its data, for those who begin with a copy of it. */
export function keepLetters(dataDir: string, letters: { url: string; mails: Mail[] }): void {
  writeFileSync(join(dataDir, LETTERS), JSON.stringify(letters));
}

function keptLetters(dataDir: string, url: string): Mail[] {
  const path = join(dataDir, LETTERS);
  if (!existsSync(path)) return [];
  const kept = JSON.parse(readFileSync(path, "utf8")) as { url: string };
  const here = JSON.parse(readFileSync(path, "utf8").replaceAll(kept.url, url)) as {
    mails: Mail[];
  };
  return here.mails;
}

function printedSignIn(output: string, role: Role): SignIn {
  const password = output.match(/password is: (.+)$/m)?.[1];
  const line = output.match(new RegExp(`^ {2}(\\S+@\\S+) +(.+), ${role}$`, "m"));
  if (!password || !line) throw new Error(`No sign-in for ${role} in:\n${output}`);
  return { email: String(line[1]), name: String(line[2]), password };
}
