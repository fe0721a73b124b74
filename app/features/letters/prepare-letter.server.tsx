import { render } from "@react-email/render";
import { type Letter, LetterMail } from "./emails/letter.tsx";

export type WrittenLetter = { subject: string; html: string; plain: string };

/** What stands in a letter's double braces, by name. Values are put in as they are: braces in them mean nothing. */
export type LetterFacts = Readonly<Record<string, string>>;

const PREVIEW = "__preview";
const PREVIEW_LENGTH = 140;

/**
 * Lays a letter out once, so that it can be filled in for thousands. `{{key}}` is filled in for the keys given,
 * anywhere in the letter, links included; other braces stay as typed. What is filled in is escaped.
 */
export async function prepareLetter(
  letter: Letter,
  keys: readonly string[],
): Promise<(facts: LetterFacts) => WrittenLetter> {
  const subject = placesOf(letter.subject, keys);
  const [first = letter.subject, second] = letter.paragraphs;
  // The first paragraph greets; the second says what it is about.
  const preview = placesOf(second ?? first, keys);
  const markup = await render(<LetterMail letter={letter} preview={`{{${PREVIEW}}}`} />);
  const html = placesOf(markup, [...keys, PREVIEW]);
  const plain = placesOf(plainTextOf(letter), keys);
  return (facts) => ({
    subject: onOneLine(subject(facts)),
    html: html(
      { ...facts, [PREVIEW]: onOneLine(preview(facts)).slice(0, PREVIEW_LENGTH) },
      escaped,
    ),
    plain: plain(facts),
  });
}

type Fill = (facts: LetterFacts, write?: (value: string) => string) => string;

/** A text cut at its places once: text, key, text, key, … text. */
function placesOf(text: string, keys: readonly string[]): Fill {
  const pieces = text.split(/\{\{\s*(\w+)\s*\}\}/);
  const parts: { text: string; key: string | null }[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const key = pieces[at + 1];
    const known = key !== undefined && keys.includes(key);
    const typed = key === undefined || known ? "" : `{{${key}}}`;
    parts.push({ text: `${pieces[at]}${typed}`, key: known ? key : null });
  }
  return (facts, write = (value) => value) =>
    parts
      .map((part) => (part.key === null ? part.text : part.text + write(facts[part.key] ?? "")))
      .join("");
}

/** For programs that show no HTML: the same words and addresses, with line breaks as they were typed. */
function plainTextOf({ paragraphs, action, further = [], footer }: Letter): string {
  return [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.href}`] : []),
    ...further.flatMap(({ before, label, href }) => [before, `${label}:\n${href}`]),
    footer,
  ].join("\n\n");
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** A text as it stands in HTML. */
export function escaped(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
