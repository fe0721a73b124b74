import { type FileFault, LARGEST_FILE } from "./file-fault.ts";

export type Upload =
  | { ok: true; file: { name: string; content: Buffer } }
  | { ok: false; reason: FileFault | "file-missing" | "upload-broken" };

/** The form around the file is small. */
const LARGEST_REQUEST = LARGEST_FILE + 64 * 1024;

/**
 * The file of a form. One that is too large is refused by the length it announces, before anything is read, and one that
 * announces nothing or lies as soon as too much has arrived.
 */
export async function readUpload(request: Request, field: string): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  if (Number(request.headers.get("content-length")) > LARGEST_REQUEST) {
    await request.body?.cancel();
    return { ok: false, reason: "file-too-large" };
  }
  if (!request.body || !type.startsWith("multipart/form-data")) {
    return { ok: false, reason: "file-missing" };
  }
  const limit = new Limit(LARGEST_REQUEST);
  try {
    const limited = request.body.pipeThrough(limit.stream);
    const form = await new Response(limited, { headers: { "content-type": type } }).formData();
    return await fileOf(form.get(field));
  } catch {
    // A form that ends early, or no form at all: nothing of ours can throw here.
    return { ok: false, reason: limit.exceeded ? "file-too-large" : "upload-broken" };
  }
}

async function fileOf(entry: FormDataEntryValue | null): Promise<Upload> {
  if (!(entry instanceof File) || entry.name === "") return { ok: false, reason: "file-missing" };
  if (entry.size > LARGEST_FILE) return { ok: false, reason: "file-too-large" };
  const content = Buffer.from(await entry.arrayBuffer());
  return { ok: true, file: { name: entry.name, content } };
}

class Limit {
  exceeded = false;
  readonly stream: TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;

  constructor(most: number) {
    let seen = 0;
    this.stream = new TransformStream({
      transform: (chunk, controller) => {
        seen += chunk.byteLength;
        this.exceeded = seen > most;
        if (this.exceeded) controller.error(new RangeError("The request is too large."));
        else controller.enqueue(chunk);
      },
    });
  }
}
