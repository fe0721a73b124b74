/**
 * What no file system or header takes in a name, and what hides in text. Joiners stay: some letters and emoji need
 * them.
 */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff/\\:*?"<>|%]+/gu;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const LONGEST_BYTES = 150;

/** A name that every file system takes: parts joined, unsafe signs taken out, not too long. */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts
    .map((part) =>
      part.toWellFormed().normalize("NFC").replaceAll(UNSAFE, " ").replaceAll(/\s+/g, " "),
    )
    .map((part) => part.trim().replaceAll(/^[.\s]+|(?<![.\s])[.\s]+$/g, ""))
    .filter(Boolean)
    .join(" - ");
  return `${shortened(stem)}.${extension}`;
}

function shortened(stem: string): string {
  const encoder = new TextEncoder();
  let kept = "";
  let bytes = 0;
  for (const { segment } of GRAPHEMES.segment(stem)) {
    bytes += encoder.encode(segment).length;
    if (bytes > LONGEST_BYTES) break;
    kept += segment;
  }
  return kept.replace(/(?<![.\s])[.\s]+$/, "");
}

/** The same name again gets a number, so that no file hides another; case is not trusted to tell files apart. */
export function distinctName(name: string, taken: Set<string>): string {
  const [, stem = name, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  let tried = name;
  for (let number = 2; taken.has(keyOf(tried)); number += 1) tried = `${stem} (${number})${ending}`;
  taken.add(keyOf(tried));
  return tried;
}

function keyOf(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/** Headers under which a browser keeps a file, by its whole name where it can (RFC 6266), and no cache does. */
export function fileHeaders(name: string, type: string): Record<string, string> {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^ !#-[\]-~]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
}
