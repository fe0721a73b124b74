import { Zip, ZipPassThrough } from "fflate";

/** So much is held in memory at most, and stored as one part. */
const PART_BYTES = 4 * 2 ** 20;

/**
 * A ZIP archive written file after file, given out in parts. Files are stored as they are: PDF is compressed already.
 * `full` takes parts that are large enough, `rest` what is left after `end`.
 */
export function zipInParts() {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
    bytes += chunk.length;
  });
  const rest = (): Buffer => {
    const part = Buffer.concat(chunks);
    chunks = [];
    bytes = 0;
    return part;
  };
  return {
    add: (name: string, content: Uint8Array<ArrayBuffer>, at: Date) => {
      const file = new ZipPassThrough(name);
      file.mtime = at;
      zip.add(file);
      file.push(content, true);
    },
    end: () => zip.end(),
    full: (): Buffer | null => (bytes >= PART_BYTES ? rest() : null),
    rest,
  };
}
