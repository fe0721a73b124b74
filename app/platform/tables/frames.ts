const LENGTH_BYTES = 4;

/** A message between the server and a reader: its length in four bytes, then itself. */
export function frameOf(content: Uint8Array): [Uint8Array, Uint8Array] {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(content.length);
  return [length, content];
}

export function jsonFrameOf(message: object): [Uint8Array, Uint8Array] {
  return frameOf(Buffer.from(JSON.stringify(message)));
}

/** The length that the start of a frame announces. */
export function lengthIn(start: Buffer): number {
  return start.readUInt32BE(0);
}

/** The messages of a stream. One that breaks off is not given out. */
export async function* framesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let bytes = 0;
  let wanted = LENGTH_BYTES;
  let inContent = false;
  for await (const chunk of chunks) {
    parts.push(chunk);
    bytes += chunk.length;
    while (bytes >= wanted) {
      const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
      const content = all.subarray(0, wanted);
      parts = [all.subarray(wanted)];
      bytes -= wanted;
      wanted = inContent ? LENGTH_BYTES : lengthIn(content);
      if (inContent) yield content;
      inContent = !inContent;
    }
  }
}
