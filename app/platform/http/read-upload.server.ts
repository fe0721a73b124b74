import { LARGEST_FILE } from "~/platform/tables/reading-fault.ts";
import { boundaryOf, readParts } from "./read-parts.ts";

export const uploadFaults = [
  "file-missing",
  "files-several",
  "file-too-large",
  "upload-broken",
] as const;
export type UploadFault = (typeof uploadFaults)[number];

export type Upload =
  | { ok: true; file: { name: string; content: Buffer } }
  | { ok: false; reason: UploadFault };

/** The form around the file is small. */
const LARGEST_REQUEST = LARGEST_FILE + 64 * 1024;

/**
 * The file of a form, read as it arrives. One that is too large is refused by the length it announces, before anything
 * is read, and one that announces nothing or lies as soon as too much has arrived. Other fields are passed over.
 */
export async function readUpload(request: Request, field: string): Promise<Upload> {
  if (Number(request.headers.get("content-length")) > LARGEST_REQUEST) {
    await request.body?.cancel();
    return { ok: false, reason: "file-too-large" };
  }
  const boundary = boundaryOf(request.headers.get("content-type") ?? "");
  if (!request.body || !boundary) return { ok: false, reason: "file-missing" };
  const taker = new FileTaker(field);
  try {
    const whole = await readParts(limited(request.body), boundary, taker);
    return whole ? taker.upload() : { ok: false, reason: "upload-broken" };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, reason: "file-too-large" };
    // The connection ended before the form did: nothing of ours throws while it is read.
    return { ok: false, reason: "upload-broken" };
  }
}

/** Leaving the loop early, as an error does, cancels the request's body. */
async function* limited(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of body) {
    seen += chunk.length;
    if (seen > LARGEST_REQUEST) throw new TooLarge();
    yield chunk;
  }
}

class TooLarge extends Error {}

/** Keeps the file of one field and nothing else. */
class FileTaker {
  readonly #field: string;
  readonly #files: { name: string; chunks: Buffer[]; bytes: number }[] = [];
  #taking = false;

  constructor(field: string) {
    this.#field = field;
  }

  head({ name, fileName }: { name: string; fileName: string | null }): void {
    this.#taking = name === this.#field && fileName !== null;
    if (this.#taking) this.#files.push({ name: fileName ?? "", chunks: [], bytes: 0 });
  }

  content(bytes: Buffer): void {
    const file = this.#taking ? this.#files.at(-1) : null;
    if (!file) return;
    file.bytes += bytes.length;
    if (file.bytes > LARGEST_FILE) throw new TooLarge();
    file.chunks.push(bytes);
  }

  upload(): Upload {
    const [file, ...others] = this.#files;
    if (others.length > 0) return { ok: false, reason: "files-several" };
    // A browser sends an empty name for a field that was left empty.
    if (!file || file.name === "") return { ok: false, reason: "file-missing" };
    return { ok: true, file: { name: file.name, content: Buffer.concat(file.chunks) } };
  }
}
