import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const CHUNK = 1 << 16;

/** Writes files made of pieces into a folder; a file appears only once it is whole. */
export async function writeResults(
  folder: string,
  files: Record<string, Iterable<string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = Object.keys(files);
  for (const [name, pieces] of Object.entries(files)) {
    const unfinished = createWriteStream(join(folder, `${name}.part`));
    await pipeline(Readable.from(gathered(pieces)), unfinished);
  }
  for (const name of names) await rename(join(folder, `${name}.part`), join(folder, name));
}

function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
