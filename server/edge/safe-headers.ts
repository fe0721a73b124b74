import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";

const ONE_YEAR = "max-age=31536000";

type Site = {
  /** Whether people reach the site over TLS. */
  secure: boolean;
  /** While the bundler serves modules it needs inline scripts and sockets that a content policy forbids. */
  bundling: boolean;
};

/** The headers that keep every answer, pages, files and refusals alike, from being framed, sniffed or passed on. */
export function safeHeaders({ secure, bundling }: Site): MiddlewareHandler {
  return secureHeaders({
    strictTransportSecurity: secure ? ONE_YEAR : false,
    // A personal link must not travel to other sites.
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    xXssProtection: false,
    xDownloadOptions: false,
    originAgentCluster: false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    ...(bundling ? {} : { contentSecurityPolicy: policy }),
  });
}

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", NONCE],
  // Charts and progress bars place things with style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  objectSrc: ["'none'"],
};

/** Where people come by TLS, no cookie ever travels without it, whoever set it. */
export function secureCookies(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const cookies = c.res.headers.getSetCookie();
    if (!secure || cookies.length === 0) return;
    c.res.headers.delete("Set-Cookie");
    for (const cookie of cookies) c.res.headers.append("Set-Cookie", asSecure(cookie));
  };
}

function asSecure(cookie: string): string {
  return /;\s*Secure\s*(;|$)/i.test(cookie) ? cookie : `${cookie}; Secure`;
}
