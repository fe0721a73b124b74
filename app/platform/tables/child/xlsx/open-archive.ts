import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { Unreadable } from "../rows/unreadable.ts";

/** The parts of a workbook by name. Reading beyond the limits, or a part that is not as it was declared, throws. */
export type Archive = {
  names: ReadonlySet<string>;
  /** A part's bytes as they unpack. @throws Unreadable when there is no such part. */
  read(name: string): AsyncIterable<Uint8Array>;
};

/** The most parts an archive may have: a workbook with a picture in every row still has fewer. */
const MOST_PARTS = 10_000;
/** The most bytes unpacked of all parts together, those read twice counted twice. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/**
 * Opens a ZIP archive by its central directory, as every other program does, and by nothing else. Parts unpack one by one when
 * they are asked for, and stop at what the directory says of their size, and at the limit for all.
 * @throws Unreadable
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await orDamaged(() => fromBufferPromise(bytes, { validateEntrySizes: true }));
  if (zip.entryCount > MOST_PARTS) throw new Unreadable("file-too-much-inside");
  const entries = await orDamaged(() => entriesOf(zip));
  const budget = { left: MOST_UNPACKED };
  return {
    names: new Set(entries.keys()),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw new Unreadable("file-damaged");
      return unpacked(zip, entry, budget);
    },
  };
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    // Of two parts with one name, nobody knows which another program would show.
    if (entries.has(entry.fileName)) throw new Unreadable("file-damaged");
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function* unpacked(
  zip: ZipFile,
  entry: Entry,
  budget: { left: number },
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new Unreadable("file-protected");
  if (entry.uncompressedSize > budget.left) throw new Unreadable("file-too-much-inside");
  const stream = await orDamaged(() => zip.openReadStreamPromise(entry));
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      budget.left -= chunk.length;
      if (budget.left < 0) throw new Unreadable("file-too-much-inside");
      yield chunk;
    }
  } catch (error) {
    throw asDamaged(error);
  }
}

async function orDamaged<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw asDamaged(error);
  }
}

/** Whatever the unpacking trips over is the archive's fault: it throws plain errors of many kinds. */
function asDamaged(error: unknown): Unreadable {
  return error instanceof Unreadable ? error : new Unreadable("file-damaged");
}
