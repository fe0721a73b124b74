import { randomBytes, randomUUID } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { type Auth, authContext } from "~/features/identity/index.server.ts";
import { platformContext, requestContext } from "~/platform/context.server.ts";
import { isReachable } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Metrics } from "./metrics.ts";

export type AppParts = {
  platform: Platform;
  auth: Auth;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** While the bundler serves modules it needs inline scripts and sockets that a content policy forbids. */
  bundling?: boolean;
  clientFolder: string;
  gallery: boolean;
  metrics: Metrics;
};

const UPLOADS = /^\/(people\/import|cycles\/[^/]+\/setup\/participants\/file)\b/;
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
const smallForms = bodyLimit({
  maxSize: 512 * 1024,
  onError: (c) => c.text("This is more than a form may hold.", 413),
});

/** The whole HTTP surface: health, static files, then the pages. */
export function createApp({
  platform,
  auth,
  build,
  clientFolder,
  gallery,
  metrics,
  bundling = false,
}: AppParts): Hono {
  const app = new Hono();
  const handlePage = createRequestHandler(build, "production");

  app.get("/health", (c) => c.text("ok"));
  app.get("/ready", async (c) =>
    (await isReachable(platform.database)) ? c.text("ready") : c.text("database away", 503),
  );

  app.use(compress());
  app.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set("Cache-Control", "public, max-age=31536000, immutable");
  });
  app.use("*", serveStatic({ root: clientFolder }));

  // Pages take forms and nothing else.
  app.on("POST", "*", (c, next) =>
    FORM.test(c.req.header("content-type") ?? "") ? next() : c.text("Send this as a form.", 415),
  );
  // An upload counts its own bytes; every other form is small.
  app.on("POST", "*", (c, next) => (UPLOADS.test(c.req.path) ? next() : smallForms(c, next)));

  app.all("*", async (c) => {
    const started = performance.now();
    const facts = {
      requestId: randomUUID(),
      nonce: randomBytes(16).toString("base64"),
      gallery,
      client: getConnInfo(c).remote.address ?? "",
    };
    const context = new RouterContextProvider();
    context.set(platformContext, platform);
    context.set(authContext, auth);
    context.set(requestContext, facts);
    const response = await handlePage(c.req.raw, context);
    secure(response.headers, platform.publicUrl);
    if (!bundling) restrictContent(response.headers, facts.nonce);
    metrics.pageServed(c.req.method, response.status, performance.now() - started);
    return response;
  });
  return app;
}

function restrictContent(headers: Headers, nonce: string): void {
  headers.set(
    "Content-Security-Policy",
    [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      // Charts and progress bars place things with style attributes.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
    ].join("; "),
  );
}

function secure(headers: Headers, publicUrl: string): void {
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  // A personal link must not travel to other sites.
  headers.set("Referrer-Policy", "same-origin");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  if (publicUrl.startsWith("https:")) headers.set("Strict-Transport-Security", "max-age=31536000");
}
