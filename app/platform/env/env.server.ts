import proxyaddr from "proxy-addr";
import { z } from "zod";
import { OperatorError } from "../errors/operator-error.ts";

/** Characters. */
export const SHORTEST_SECRET = 32;

const blankAsUnset = (value: unknown) => (value === "" ? undefined : value);

const NO_PROXY =
  "name addresses, networks such as 10.0.0.0/8, or loopback, with commas between them";

const splitList = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function areProxies(names: string[]): boolean {
  try {
    proxyaddr.compile(names);
    return names.length > 0;
  } catch {
    return false;
  }
}

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: z.preprocess(blankAsUnset, z.string().default("127.0.0.1")),
  PORT: z.preprocess(blankAsUnset, z.coerce.number().int().min(0).max(65_535).default(3000)),
  METRICS_PORT: z.preprocess(blankAsUnset, z.coerce.number().int().min(1).max(65_535).optional()),
  PUBLIC_URL: z.preprocess(
    blankAsUnset,
    z
      .url({ protocol: /^https?$/ })
      .refine(
        (url) => new URL(url).pathname === "/" && !/[?#@]/.test(url),
        "give no path: only https://host",
      )
      .optional(),
  ),
  TRUSTED_PROXIES: z.preprocess(
    blankAsUnset,
    z.string().transform(splitList).refine(areProxies, NO_PROXY).optional(),
  ),
  DRAIN_SECONDS: z.preprocess(blankAsUnset, z.coerce.number().int().min(0).max(300).default(0)),
  MISSED_JOBS_SECONDS: z.preprocess(
    blankAsUnset,
    z.coerce.number().int().min(1).max(600).default(60),
  ),
  DATABASE_URL: z.preprocess(blankAsUnset, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  APP_DATABASE_URL: z.preprocess(blankAsUnset, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  TWOHATS_SECRET: z.preprocess(blankAsUnset, z.string().min(SHORTEST_SECRET).optional()),
  TWOHATS_DATA_DIR: z.preprocess(blankAsUnset, z.string().default(".data")),
  SMTP_URL: z.preprocess(blankAsUnset, z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: z.preprocess(blankAsUnset, z.string().default("Twohats <twohats@localhost>")),
  PRIVATE_PROVIDERS: z.preprocess(blankAsUnset, z.enum(["allow", "refuse"]).default("refuse")),
  LOG_LEVEL: z.preprocess(
    blankAsUnset,
    z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  ),
});

export type Env = Omit<z.infer<typeof schema>, "PUBLIC_URL"> & {
  PUBLIC_URL: string;
  /** Whether the operator said where people reach the server; otherwise it is the address it listens on. */
  publicUrlGiven: boolean;
  /**
   * Open, everyone's letters and the personal links in them can be read by administrators while no mail server is set.
   * No variable opens it: the demonstration does, while nobody but its own people has an account.
   */
  outbox: "open" | "closed";
};

/**
 * Settings from environment variables.
 * @throws OperatorError naming every variable that is wrong.
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new OperatorError(
      `Some settings cannot be used: ${faults.join("; ")}`,
      "Correct these environment variables, then start again.",
    );
  }
  if (parsed.data.DATABASE_URL && !parsed.data.TWOHATS_SECRET) {
    throw new OperatorError(
      "TWOHATS_SECRET is not set.",
      "With a database of your own, set TWOHATS_SECRET to at least 32 random characters and keep it with your backups.",
    );
  }
  const { HOST, PORT, PUBLIC_URL } = parsed.data;
  return {
    ...parsed.data,
    publicUrlGiven: PUBLIC_URL !== undefined,
    outbox: "closed",
    PUBLIC_URL: (PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/(?<!\/)\/+$/, ""),
  };
}
