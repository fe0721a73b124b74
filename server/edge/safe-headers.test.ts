import { Hono } from "hono";
import { expect, test } from "vitest";
import { safeHeaders } from "./safe-headers.ts";

async function headersOf(site: Parameters<typeof safeHeaders>[0]) {
  const app = new Hono().use(safeHeaders(site)).get("/", (c) => c.body(null));
  return Object.fromEntries((await app.request("/")).headers);
}

// Written out, so that an upgrade of the library that drops or weakens one is seen.
const EVERYWHERE = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};
const POLICY =
  "default-src 'self'; script-src 'self' 'nonce-NONCE'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

test("over TLS an answer carries exactly these headers, and a nonce of its own", async () => {
  const site = { secure: true, bundling: false };
  const { "content-security-policy": policy = "", ...rest } = await headersOf(site);
  expect(rest).toEqual({ ...EVERYWHERE, "strict-transport-security": "max-age=31536000" });
  const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1] ?? "";
  expect(policy.replace(nonce, "NONCE")).toBe(POLICY);
  expect((await headersOf(site))["content-security-policy"]).not.toContain(nonce);
});

test("without TLS nobody is told to insist on it, and the bundler's modules are let in only while it serves", async () => {
  expect(await headersOf({ secure: false, bundling: true })).toEqual(EVERYWHERE);
  expect(await headersOf({ secure: false, bundling: false })).toHaveProperty(
    "content-security-policy",
  );
});
