import { constants, crc32, deflateRawSync } from "node:zlib";

/** An entry of an archive; what it declares of itself is true unless told otherwise. */
export type ZipEntry = {
  name: string;
  packed: Buffer;
  /** 8 is deflated. */
  method: number;
  size: number;
  crc: number;
  /** Sizes stand in the extra field, as for files beyond 4 GB. */
  zip64?: boolean;
  encrypted?: boolean;
  /** Names the bytes of the entry that stands here in the list, and adds none of its own. */
  sameAs?: number;
};

const LARGEST_32 = 0xffffffff;
const LAST_BLOCK = Buffer.from([3, 0]);

export function entry(name: string, content: Buffer | string, more?: Partial<ZipEntry>): ZipEntry {
  const bytes = Buffer.from(content);
  const packed = deflateRawSync(bytes);
  return { name, packed, method: 8, size: bytes.length, crc: crc32(bytes), ...more };
}

/** An entry that unpacks to `start`, then `repeated` so many times, then `end`, without ever being held in full. */
export function repeatedEntry(
  name: string,
  [start, repeated, times, end]: [string, Buffer | string, number, string],
  more?: Partial<ZipEntry>,
): ZipEntry {
  // Blocks that are flushed in full know nothing of those before them, so they can be repeated.
  const block = (content: Buffer | string) =>
    deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const once = block(repeated);
  const middle = Buffer.concat(Array.from({ length: times }, () => once));
  const packed = Buffer.concat([block(start), middle, block(end), LAST_BLOCK]);
  const size = start.length + Buffer.byteLength(repeated) * times + end.length;
  return { name, packed, method: 8, size, crc: 0, ...more };
}

export function zip(
  entries: ZipEntry[],
  { before = Buffer.alloc(0) }: { before?: Buffer } = {},
): Buffer {
  const parts: Buffer[] = [before];
  const offsets: number[] = [];
  let at = before.length;
  for (const each of entries) {
    if (each.sameAs !== undefined) {
      offsets.push(offsets[each.sameAs] ?? 0);
      continue;
    }
    offsets.push(at);
    const head = header(each, 0);
    parts.push(head, each.packed);
    at += head.length + each.packed.length;
  }
  const directory = Buffer.concat(
    entries.map((each, index) => header(each, offsets[index] ?? 0, true)),
  );
  return Buffer.concat([...parts, directory, directoryEnd(entries.length, directory.length, at)]);
}

function header(each: ZipEntry, offset: number, central = false): Buffer {
  const name = Buffer.from(each.name);
  const extra = each.zip64 ? zip64Sizes(each) : Buffer.alloc(0);
  const head = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  head.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  head.writeUInt16LE(20, 4 + shift);
  head.writeUInt16LE(each.encrypted ? 0x801 : 0x800, 6 + shift);
  head.writeUInt16LE(each.method, 8 + shift);
  head.writeUInt32LE(each.crc, 14 + shift);
  head.writeUInt32LE(each.zip64 ? LARGEST_32 : each.packed.length, 18 + shift);
  head.writeUInt32LE(each.zip64 ? LARGEST_32 : each.size, 22 + shift);
  head.writeUInt16LE(name.length, 26 + shift);
  head.writeUInt16LE(extra.length, 28 + shift);
  if (central) head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name, extra]);
}

function zip64Sizes({ size, packed }: ZipEntry): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packed.length), 12);
  return extra;
}

function directoryEnd(entries: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, 0xfffe), 8);
  end.writeUInt16LE(Math.min(entries, 0xfffe), 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
