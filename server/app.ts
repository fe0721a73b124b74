import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { SecureHeadersVariables } from "hono/secure-headers";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { brandOf } from "~/features/branding/index.server.ts";
import { calendarEntriesContext } from "~/features/calendars/index.server.ts";
import {
  type Auth,
  accessLettersContext,
  auditedContext,
  authContext,
  brandContext,
  directoryContext,
} from "~/features/identity/index.server.ts";
import {
  accessLetters,
  lettersAgainContext,
  lettersOfAllContext,
  letterWaysContext,
} from "~/features/letters/index.server.ts";
import { directory, personalContext, personPanelsContext } from "~/features/people/index.server.ts";
import { informationForRaters, keptContext } from "~/features/privacy/index.server.ts";
import { destinationsContext } from "~/features/reports/index.server.ts";
import { raterInformationContext, roundKindsContext } from "~/features/rounds/index.server.ts";
import { auditedOfAll } from "~/home/audited.server.ts";
import { calendarEntriesOfAll } from "~/home/calendar-entries.server.ts";
import { destinationsOf } from "~/home/destinations.server.ts";
import { keptOfAll } from "~/home/kept.server.ts";
import { lettersOfAll } from "~/home/letter-kinds.server.ts";
import { letterWaysOf } from "~/home/letter-ways.server.ts";
import { lettersAgainOf } from "~/home/letters-again.server.ts";
import { personPanelsOf } from "~/home/person-panels.server.ts";
import { personalOfAll } from "~/home/personal.server.ts";
import { roundKindsOf } from "~/home/round-kinds.server.ts";
import { platformContext, requestContext } from "~/platform/context.server.ts";
import { isDatabaseAway } from "~/platform/errors/database-away.ts";
import { describeFault } from "~/platform/errors/describe-fault.ts";
import type { ProgramDoor } from "~/platform/feature/program-door.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong, languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ClientAddress } from "./edge/client-address.ts";
import { evenRefusals } from "./edge/even-refusals.ts";
import { keptPages } from "./edge/kept-pages.ts";
import { notice } from "./edge/notice.ts";
import { onlyFromOurPages, type PublicAddress } from "./edge/own-origin.ts";
import { pageRequest } from "./edge/page-request.ts";
import { programRequest } from "./edge/program-request.ts";
import { safeHeaders, secureCookies } from "./edge/safe-headers.ts";
import type { UploadLimits } from "./edge/upload-limits.ts";
import type { Metrics } from "./metrics.ts";

export type AppParts = {
  platform: Platform;
  auth: Auth;
  build: ServerBuild | (() => Promise<ServerBuild>);
  address: PublicAddress;
  clientOf: ClientAddress;
  uploads: UploadLimits;
  /** Where programs come in: they bring a token, and nothing that guards forms holds for them. */
  doors: readonly ProgramDoor[];
  /** Where pages are that are open to everyone: they may be kept. */
  openUnder: readonly string[];
  /** Why the server can take no work at the moment, in a word; null when it can. */
  notReady(): Promise<string | null>;
  /** While the bundler serves modules it needs inline scripts and sockets that a content policy forbids. */
  bundling?: boolean;
  clientFolder: string;
  gallery: boolean;
  metrics: Metrics;
};

type Edge = { Bindings: HttpBindings; Variables: SecureHeadersVariables };

const METHODS = new Set(["GET", "HEAD", "POST"]);
const ALLOW = { Allow: "GET, HEAD, POST" };
const RETRY = { "Retry-After": "10" };

/** The whole HTTP surface: health, static files, then the pages, each behind the same edge. */
export function createApp(parts: AppParts): Hono<Edge> {
  const { platform, address, clientFolder, notReady, bundling = false } = parts;
  const app = new Hono<Edge>();
  const secure = address.publicUrl.startsWith("https:");
  const handlePage = createRequestHandler(parts.build, "production");

  app.use(safeHeaders({ secure, bundling }));
  app.use(secureCookies(secure));
  app.onError((error) => {
    platform.log.error(describeFault(error), "request failed");
    return notice("fault");
  });
  for (const door of parts.doors) app.all(`${door.path}/*`, (c) => programAnswer(c, door));
  // Before anything is read: whoever sends another method may hold megabytes in hand.
  app.use((c, next) =>
    METHODS.has(c.req.method) ? next() : Promise.resolve(notice("method", ALLOW)),
  );

  app.get("/health", (c) => c.text("ok"));
  app.get("/ready", async (c) => {
    const problem = await notReady();
    return problem === null ? c.text("ready") : c.text(problem, 503, RETRY);
  });

  app.use(compress());
  app.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set("Cache-Control", "public, max-age=31536000, immutable");
  });
  app.on(["GET", "HEAD"], "*", serveStatic({ root: clientFolder }));

  // Until a page knows better: what someone signed in reads, for one.
  app.use(async (c, next) => {
    const wishes = await languageWishes(c.req.raw.headers);
    return readIn(languageAmong(languages, wishes), next);
  });
  app.on("POST", "*", onlyFromOurPages(address));
  app.use(evenRefusals());
  if (!bundling) app.use(keptPages(parts.openUnder, parts.metrics.pageServed));
  app.all("*", async (c) => {
    const started = performance.now();
    const response = await page(c);
    if (!response.headers.has("Cache-Control"))
      response.headers.set("Cache-Control", "private, no-store");
    parts.metrics.pageServed(c.req.method, response.status, performance.now() - started);
    return response;
  });

  async function programAnswer(c: Context<Edge>, door: ProgramDoor): Promise<Response> {
    const { method } = c.req;
    if (!door.methods.includes(method)) return notice("method", { Allow: door.methods.join(", ") });
    const started = performance.now();
    const asked = await programRequest(c.req.raw, door, parts.clientOf(c.env.incoming));
    const response = await door.answer(platform, asked);
    parts.metrics.pageServed(method, response.status, performance.now() - started);
    return response;
  }

  async function page(c: Context<Edge>): Promise<Response> {
    const asked = await pageRequest(c.req.raw, address, parts.uploads);
    if (!asked.ok) return notice(asked.reason);
    const requestId = randomUUID();
    let away = false;
    const context = new RouterContextProvider();
    context.set(platformContext, platform);
    context.set(authContext, parts.auth);
    context.set(directoryContext, directory);
    context.set(accessLettersContext, accessLetters);
    context.set(brandContext, brandOf);
    context.set(personPanelsContext, personPanelsOf);
    context.set(destinationsContext, destinationsOf);
    context.set(auditedContext, auditedOfAll);
    context.set(personalContext, personalOfAll);
    context.set(keptContext, keptOfAll);
    context.set(lettersAgainContext, lettersAgainOf);
    context.set(letterWaysContext, letterWaysOf);
    context.set(lettersOfAllContext, lettersOfAll);
    context.set(calendarEntriesContext, calendarEntriesOfAll);
    context.set(roundKindsContext, roundKindsOf);
    context.set(raterInformationContext, informationForRaters(keptOfAll));
    context.set(requestContext, {
      requestId,
      nonce: c.get("secureHeadersNonce") ?? "",
      gallery: parts.gallery,
      client: parts.clientOf(c.env.incoming),
      noteFault: (error) => {
        away ||= isDatabaseAway(error);
        platform.log.error({ requestId, ...describeFault(error) }, "page failed");
      },
    });
    const response = await handlePage(asked.request, context);
    // A page that failed because the database is away is no fault of the page's, and soon works again.
    return away && response.status >= 500 ? notice("away", RETRY) : response;
  }
  return app;
}
