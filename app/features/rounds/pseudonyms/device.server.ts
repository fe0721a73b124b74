import { createHash, createHmac, randomBytes } from "node:crypto";
import { createContext, type MiddlewareFunction, type RouterContextProvider } from "react-router";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import { forgetRead } from "./read-on-device.server.ts";

const keyCookie = ownCookie("twohats-answers", /^[\w-]{43}$/, { httpOnly: true });
const sharedCookie = ownCookie("twohats-shared", /^1$/, { httpOnly: true });
/** Longer than any round is open. */
const LASTS_SECONDS = 180 * 86_400;
const MARK_BYTES = 16;

/** A rater's browser: by its key it may see again what it wrote. */
export type Device = {
  key: string;
  /** Others use it too: nothing of it outlives the visit. */
  shared: boolean;
};

const deviceContext = createContext<Device>();

/** The browser that asks. Rater routes know it by `knowDevice`. */
export function deviceOf(context: Readonly<RouterContextProvider>): Device {
  return context.get(deviceContext);
}

/** Gives every browser that comes to a rater's pages a key of its own, in a cookie that no script reads. */
export const knowDevice: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const cookies = request.headers.get("cookie");
  const known = await keyCookie.read(cookies);
  const device = {
    key: known ?? randomBytes(32).toString("base64url"),
    shared: (await sharedCookie.read(cookies)) !== null,
  };
  context.set(deviceContext, device);
  const response = await next();
  if (!known) response.headers.append("Set-Cookie", await keepKey(device));
  return response;
};

function keepKey({ key, shared }: Device): Promise<string> {
  return keyCookie.keep(key, shared ? {} : { maxAge: LASTS_SECONDS });
}

/** The cookies by which a shared device begins anew: a key that ends with the browser's window. */
export function beginShared(): Promise<string[]> {
  const key = randomBytes(32).toString("base64url");
  return Promise.all([keepKey({ key, shared: true }), sharedCookie.keep("1")]);
}

/** The cookies by which a device forgets what was written on it. */
export function forgetDevice(): Promise<string[]> {
  return Promise.all([keyCookie.forget(), sharedCookie.forget(), forgetRead()]);
}

/**
 * What a response remembers of the device that wrote it. Another one for each response, so that the marks of one device
 * have nothing in common; without the device's key it tells nothing.
 */
export function deviceMark(deviceKey: string, pseudonym: Buffer): Buffer {
  return createHmac("sha256", deviceKey).update(pseudonym).digest().subarray(0, MARK_BYTES);
}

const CODE_SPAN_MS = 10 * 60_000;
/** Without letters that are taken for others. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LENGTH = 8;

/**
 * The code by which one device hands a response over to another: valid for ten to twenty minutes, made anew whenever it
 * is asked for and stored nowhere. 40 bits: at a thousand guesses a second, one in a million finds it in time.
 */
export function handOverCode(secret: string, responseId: string, now: Date, spansAgo = 0): string {
  const span = Math.floor(now.getTime() / CODE_SPAN_MS) - spansAgo;
  const digest = createHmac("sha256", secret).update(`hand over ${responseId} ${span}`).digest();
  return Array.from(
    { length: CODE_LENGTH },
    (_, at) => SIGNS[(digest[at] ?? 0) % SIGNS.length],
  ).join("");
}

/** Whether this is the code of a response now, however it is typed. */
export function isHandOverCode(
  secret: string,
  responseId: string,
  now: Date,
  typed: string,
): boolean {
  const tidy = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const same = (code: string) =>
    createHash("sha256").update(code).digest().equals(createHash("sha256").update(tidy).digest());
  return [0, 1].some((ago) => same(handOverCode(secret, responseId, now, ago)));
}
