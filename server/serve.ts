import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:net";
import { serve as serveHttp } from "@hono/node-server";
import { upgradeBuiltIn } from "~/features/questionnaires/index.server.ts";
import { renewPseudonyms } from "~/features/rounds/index.server.ts";
import { features } from "~/features.ts";
import { systemChance } from "~/platform/chance/chance.server.ts";
import { systemClock } from "~/platform/clock/clock.ts";
import type { Connection } from "~/platform/db/connection.server.ts";
import { answers, openDatabase, requireBoundRole } from "~/platform/db/database.server.ts";
import type { Env } from "~/platform/env/env.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import { startJobs } from "~/platform/jobs/jobs.server.ts";
import { createLog } from "~/platform/log/log.server.ts";
import { createMailer } from "~/platform/mail/mailer.server.ts";
import { openOutside } from "~/platform/outside/outside.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type AppParts, createApp } from "./app.ts";
import { drain } from "./drain.ts";
import { clientAddress } from "./edge/client-address.ts";
import { uploadLimits } from "./edge/upload-limits.ts";
import { createMetrics } from "./metrics.ts";
import { openAuth } from "./open-auth.ts";
import { startWorkers } from "./workers.ts";

export type Running = { platform: Platform; close(): Promise<void> };

/** Opens everything a use case needs, without serving pages: for commands and for the server alike. */
export async function openPlatform(env: Env, connection: Connection, supervise = false) {
  const { database, pool, close } = openDatabase(connection.appUrl);
  try {
    await requireBoundRole(pool);
    const log = createLog(env.LOG_LEVEL);
    const jobs = await startJobs(connection.appUrl, log, supervise, env.MISSED_JOBS_SECONDS);
    const mailer = createMailer(env);
    const { secret } = connection;
    const platform: Platform = {
      database,
      clock: systemClock,
      chance: systemChance,
      jobs,
      mailer,
      log,
      outside: openOutside({ reachesPrivate: env.PRIVATE_PROVIDERS === "allow" }),
      secret,
      publicUrl: env.PUBLIC_URL,
    };
    return {
      platform,
      pool,
      jobs,
      close: async () => {
        await jobs.stop();
        if (mailer.kind === "smtp") mailer.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Serve = {
  env: Env;
  connection: Connection;
  build: AppParts["build"];
  clientFolder: string;
  /** Sees every request first: the bundler's development server. */
  before?: Middleware;
  /** Shows the gallery of primitives at /dev/gallery. */
  gallery?: boolean;
};

/**
 * Serves pages and works on jobs in one process, until closed.
 * @throws OperatorError when the port is taken.
 */
export async function serve({
  env,
  connection,
  build,
  clientFolder,
  before,
  gallery = false,
}: Serve): Promise<Running> {
  const opened = await openPlatform(env, connection, true);
  const { platform, jobs } = opened;
  const signIn = openAuth(connection.appUrl, platform);
  const metrics = createMetrics();
  const state = { draining: false };
  const behindUnknownProxy = env.PUBLIC_URL.startsWith("https:") && !env.TRUSTED_PROXIES;
  if (behindUnknownProxy) platform.log.warn("no TRUSTED_PROXIES: visitors can't be told apart");
  const manifests = await manifestsOf(features);
  const uploads = manifests.flatMap((each) => each.uploads ?? []);
  const app = createApp({
    platform,
    uploads: uploadLimits(uploads),
    doors: manifests.flatMap((each) => each.doors ?? []),
    openUnder: manifests.flatMap(({ openPages }) => openPages?.under ?? []),
    auth: signIn.auth,
    build,
    address: { publicUrl: env.PUBLIC_URL, given: env.publicUrlGiven },
    clientOf: clientAddress(env.TRUSTED_PROXIES ?? [], behindUnknownProxy),
    notReady: async () => {
      if (state.draining) return "stopping";
      const [pages, accounts] = await Promise.all([answers(opened.pool), answers(signIn.pool)]);
      return pages && accounts ? null : "database away";
    },
    clientFolder,
    gallery: gallery || env.NODE_ENV !== "production",
    metrics,
    bundling: before !== undefined,
  });
  const closeAll = async () => {
    await metrics.close();
    await opened.close();
    await signIn.close();
  };
  try {
    await upgradeBuiltIn(platform);
    await renewPseudonyms(platform);
    const server = await listen(app.fetch, env);
    if (before) putBefore(server, before);
    await startWorkers(platform, jobs);
    if (env.METRICS_PORT) await metrics.listen(env.METRICS_PORT);
    return {
      platform,
      close: async () => {
        state.draining = true;
        await drain(server, { acceptSeconds: env.DRAIN_SECONDS });
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** What a Node server calls for a request; `next` hands it on. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

function putBefore(server: Server, before: Middleware): void {
  const own = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    before(request, response, () => {
      for (const listener of own) listener.call(server, request, response);
    });
  });
}

function listen(fetch: Parameters<typeof serveHttp>[0]["fetch"], env: Env): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serveHttp({ fetch, hostname: env.HOST, port: env.PORT, serverOptions }, () =>
      resolve(server as Server),
    );
    server.once("error", (cause) => reject(portProblem(env, cause)));
  });
}

/** Who is slow to say what they want is not waited for: half a minute for the headers, five for a whole upload. */
const serverOptions = { headersTimeout: 30_000, requestTimeout: 300_000, keepAliveTimeout: 10_000 };

/** Tells early that the port is taken, before anything else was started. */
export async function requireFreePort(env: Env): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (cause) => reject(portProblem(env, cause)));
    probe.listen(env.PORT, env.HOST, () => probe.close(() => resolve()));
  });
}

function portProblem({ HOST, PORT }: Env, cause: Error): Error {
  const code = "code" in cause ? cause.code : null;
  if (code === "EADDRINUSE") {
    return new OperatorError(
      `Port ${PORT} is in use by another program, perhaps by another Twohats.`,
      `Stop that program, or choose another port, for example PORT=${PORT + 1}.`,
    );
  }
  if (code === "EACCES")
    return new OperatorError(
      `Port ${PORT} needs special rights.`,
      "Choose a port above 1024 with PORT=…",
    );
  if (code === "EADDRNOTAVAIL")
    return new OperatorError(
      `This machine has no address ${HOST}.`,
      "Set HOST to one of its addresses, such as 127.0.0.1 or 0.0.0.0.",
    );
  return cause;
}
