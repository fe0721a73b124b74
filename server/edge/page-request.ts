import { cleanText } from "~/platform/http/clean-text.ts";
import { cleanFields, takeForm, takeUpload } from "./form-body.ts";
import type { NoticeKind } from "./notice.ts";
import { originOf, type PublicAddress } from "./own-origin.ts";
import type { UploadLimits } from "./upload-limits.ts";

export type PageRequest = { ok: true; request: Request } | { ok: false; reason: NoticeKind };

/**
 * The request as pages may rely on it: under the address people use, its path readable, its texts clean, its body
 * bounded.
 */
export async function pageRequest(
  raw: Request,
  address: PublicAddress,
  limitOf: UploadLimits,
): Promise<PageRequest> {
  const asked = new URL(raw.url);
  if (!isReadable(asked.pathname)) return { ok: false, reason: "notFound" };
  const url = new URL(asked.pathname, originOf(raw, address));
  url.search = cleanQuery(asked.search);
  const { method, signal } = raw;
  if (method !== "POST")
    return { ok: true, request: new Request(url, { method, signal, headers: raw.headers }) };
  const largest = limitOf(asked.pathname);
  const taken = largest === null ? await takeForm(raw) : takeUpload(raw, largest);
  if (!taken.ok) return taken;
  const { body, headers } = taken;
  // The check of the origin is done, and the router's own must not find a "null".
  if (headers.has("origin")) headers.set("origin", url.origin);
  const sent: RequestInit & { duplex: "half" } = { method, signal, headers, body, duplex: "half" };
  return { ok: true, request: new Request(url, sent) };
}

/** An address with half an escape, or an escape of something that cannot be typed, is nobody's. */
function isReadable(path: string): boolean {
  try {
    const text = decodeURIComponent(path);
    return cleanText(text) === text && !text.includes("\ufffd");
  } catch {
    return false;
  }
}

/** The query with its texts cleaned; as it was when there is nothing to clean. */
function cleanQuery(search: string): string {
  const given = new URLSearchParams(search);
  const dirty = [...given].some((pair) => pair.some((text) => cleanText(text) !== text));
  return dirty ? cleanFields(given).toString() : search;
}
