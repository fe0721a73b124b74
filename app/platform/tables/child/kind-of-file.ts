import type { ReadingFault } from "../reading-fault.ts";

const START = 2_000;
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
/** A workbook of before 1997 lies in no container: a record that begins it, of its first versions. */
const FIRST_RECORDS = new Set([0x00, 0x02, 0x04, 0x08]);

/** Texts that other programs call a spreadsheet, and texts that are none; in this order. */
const TEXTS: readonly (readonly [RegExp, ReadingFault])[] = [
  // Often a table under the name of an Excel file: what many programs call their export.
  [/^<(?:!doctype html|html|head|meta|style|body|div|table|tr)\b/i, "file-html"],
  [/^MIME-Version:/i, "file-web-archive"],
  [/^\{\\rtf/i, "file-word"],
  [/^%PDF/, "file-pdf"],
  [/^ID;P[^\r\n]*\r?\n(?:P;P|F;|B;|C;|O;)/, "file-old-excel"],
  [/^(?:\[\s*[{\]]|\{\s*["}])/, "file-json"],
];

/** What bytes are that begin like a file of another program; null when they may well be text. */
export function kindOfBytes(bytes: Buffer): ReadingFault | null {
  if (bytes.subarray(0, OLE.length).equals(OLE)) {
    // Excel wraps password-protected workbooks in the container of its old format.
    return bytes.includes(ENCRYPTED) ? "file-protected" : "file-old-excel";
  }
  const [first, version, , after] = bytes;
  const isRecord = first === 9 && after === 0 && FIRST_RECORDS.has(version ?? -1);
  return isRecord ? "file-old-excel" : null;
}

const DECLARATION = /^<\?xml[^>]*>/i;

/** What a text is that is no table of ours. */
export function kindOfText(text: string): ReadingFault | null {
  const start = text
    .slice(0, START)
    .replace(/^\uFEFF/, "")
    .trimStart();
  const declared = DECLARATION.exec(start);
  if (declared && start.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    return "file-xml-spreadsheet";
  if (declared && start.includes("urn:oasis:names:tc:opendocument")) return "file-opendocument";
  const inside = withoutComment(start.slice(declared?.[0].length ?? 0).trimStart());
  const kind = TEXTS.find(([pattern]) => pattern.test(inside))?.[1];
  return kind ?? (declared ? "file-type-unknown" : null);
}

function withoutComment(text: string): string {
  if (!text.startsWith("<!--")) return text;
  const end = text.indexOf("-->");
  return end < 0 ? text : text.slice(end + 3).trimStart();
}

/** What an archive is, by the names of its parts, when it is no workbook as Excel writes it today. */
export function kindOfArchive(names: ReadonlySet<string>): ReadingFault | null {
  if (names.has("xl/workbook.bin")) return "file-binary-excel";
  const has = (start: string) => names.values().some((name) => name.startsWith(start));
  if (has("xl/")) return null;
  if (names.has("Index/Document.iwa") || names.has("index.apxl") || names.has("Index.zip"))
    return "file-numbers";
  if (names.has("content.xml") && names.has("mimetype")) return "file-opendocument";
  if (has("word/")) return "file-word";
  return names.size > 0 && !names.has("[Content_Types].xml") ? "file-zip" : "file-type-unknown";
}
