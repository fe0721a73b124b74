import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type LedgerEntry, listMembers, membersOf } from "@twohats/disclosure";

const LONGEST_ROW = 100_000;

/** Numbers of parts, packed. */
export function packParts(parts: Int32Array): Buffer {
  return deflateRawSync(Buffer.from(parts.buffer, parts.byteOffset, parts.byteLength));
}

export function unpackParts(packed: Buffer): Int32Array {
  const bytes = inflateRawSync(packed);
  const parts = new Int32Array(bytes.byteLength / Int32Array.BYTES_PER_ELEMENT);
  new Uint8Array(parts.buffer).set(bytes);
  return parts;
}

/** An entry's contributors, one bit each. */
export function packMembers({ members }: LedgerEntry, people: number): Buffer {
  return Buffer.from(membersOf(members, people));
}

export function unpackMembers(packed: Buffer): Int32Array {
  return listMembers(new Uint8Array(packed));
}

/** By what it is recognised that contributors are numbered as they were. */
export function digestOf(contributors: readonly string[]): Buffer {
  const digest = createHash("sha256");
  for (let at = 0; at < contributors.length; at += LONGEST_ROW)
    digest.update(`${contributors.slice(at, at + LONGEST_ROW).join(" ")} `);
  return digest.digest();
}

/** The digest of a ledger after one more entry. */
export function headAfter(head: Buffer, kind: LedgerEntry["kind"], members: Buffer): Buffer {
  return createHash("sha256").update(head).update(kind).update(members).digest();
}
