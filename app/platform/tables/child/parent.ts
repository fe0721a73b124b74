import { readSync, writeSync } from "node:fs";
import { jsonFrameOf, lengthIn } from "../frames.ts";
import type { ReaderMessage } from "../messages.ts";

const FROM_PARENT = 0;
/** Not the standard output: streams look at that one now and then, and it no longer waits once they have. */
const TO_PARENT = 3;

/**
 * Says something to the server. Waits while the server is behind, so nothing piles up here.
 * @throws when the server is gone, which ends this process.
 */
export function send(message: ReaderMessage): void {
  for (const part of jsonFrameOf(message)) {
    for (let at = 0; at < part.length; ) at += writeSync(TO_PARENT, part, at);
  }
}

/** The server's next frame, waited for. */
export function receive(): Buffer {
  return receiveBytes(lengthIn(receiveBytes(4)));
}

function receiveBytes(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const read = readSync(FROM_PARENT, bytes, at, length - at, null);
    if (read === 0) throw new Error("the server is gone");
    at += read;
  }
  return bytes;
}
