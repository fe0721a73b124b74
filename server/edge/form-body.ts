import { cleanText } from "~/platform/http/clean-text.ts";
import type { NoticeKind } from "./notice.ts";

/** More than any form of ours holds: five thousand ticks, or a pasted list of ten thousand people. */
export const LARGEST_FORM = 512 * 1024;

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

export type TakenBody =
  | { ok: true; body: BodyInit; headers: Headers }
  | { ok: false; reason: NoticeKind };

/**
 * The body of a form as routes may rely on it: bounded before it is read, well-formed, free of what cannot be typed.
 * A page never sees a body that is none of these.
 */
export async function takeForm(request: Request): Promise<TakenBody> {
  const headers = new Headers(request.headers);
  const type = headers.get("content-type") ?? "";
  if (!FORM.test(type)) return { ok: false, reason: "notForm" };
  if (Number(headers.get("content-length")) > LARGEST_FORM)
    return { ok: false, reason: "tooLarge" };
  const bytes = await readAtMost(request, LARGEST_FORM);
  if (bytes === null) return { ok: false, reason: "tooLarge" };
  headers.delete("content-length");
  headers.delete("transfer-encoding");
  if (/^multipart/i.test(type)) return takeMultipart(bytes, headers, type);
  const fields = new URLSearchParams(new TextDecoder().decode(bytes));
  headers.set("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
  return { ok: true, body: cleanFields(fields), headers };
}

/** An upload's body, untouched but bounded: whoever reads more than the bound gets an error, not the rest. */
export function takeUpload(request: Request, largest: number): TakenBody {
  const headers = new Headers(request.headers);
  if (!FORM.test(headers.get("content-type") ?? "")) return { ok: false, reason: "notForm" };
  if (!request.body) return { ok: true, body: "", headers };
  let seen = 0;
  const bound = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      seen += chunk.byteLength;
      if (seen > largest) controller.error(new RangeError("The request is too large."));
      else controller.enqueue(chunk);
    },
  });
  return { ok: true, body: request.body.pipeThrough(bound), headers };
}

async function takeMultipart(
  bytes: Uint8Array<ArrayBuffer>,
  headers: Headers,
  type: string,
): Promise<TakenBody> {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    // The parser's own words repeat what was sent, so only the fact is told.
    return { ok: false, reason: "unreadable" };
  }
  const clean = new FormData();
  for (const [name, value] of form)
    clean.append(cleanText(name), typeof value === "string" ? cleanText(value) : value);
  // The new body has a boundary of its own, and says so itself.
  headers.delete("content-type");
  return { ok: true, body: clean, headers };
}

/** The same fields in the same order, cleaned. */
export function cleanFields(fields: URLSearchParams): URLSearchParams {
  const pairs = [...fields].map(([name, value]) => [cleanText(name), cleanText(value)]);
  return new URLSearchParams(pairs);
}

/** All of a body, or null as soon as more than `most` bytes have come. */
export async function readAtMost(
  request: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts, length);
}
