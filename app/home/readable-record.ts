import type { i18n } from "i18next";
import { daysIn, nameOfLanguage, placeOf } from "~/features/people/domain/index.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { RecordPart, RecordValue } from "~/platform/feature/personal.ts";
import { listed, namesOfWeekdays, writtenDate } from "~/platform/i18n/format.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";

/** A part of a record in words: what it is called, and what stands in it, once or several times. */
export type ReadPart = { key: string; title: string; entries: ReadEntry[] };

export type ReadEntry = {
  /** A value that is not known is null. */
  lines: { key: string; label: string; value: string | null }[];
  parts: ReadPart[];
};

/** Words for whoever reads, and the time zone in which they count days. */
export type Reading = { texts: i18n; zone: string };

/**
 * What features exported of somebody, in words.
 * @throws when something was exported that no feature says how to call: nothing is shown raw, and nothing left out.
 */
export function readableRecord(
  exported: Readonly<Record<string, unknown>>,
  records: readonly RecordPart[],
  reading: Reading,
): ReadPart[] {
  const known = new Set(records.flatMap(({ fields }) => Object.keys(fields)));
  const unknown = Object.keys(exported).filter((key) => !known.has(key));
  if (unknown.length > 0) throw new Error(`a record without words for ${unknown.join(", ")}`);
  return records.flatMap((part) => {
    const own = Object.keys(part.fields).filter((key) => key in exported);
    // Of most people some features keep nothing at all.
    if (own.length === 0) return [];
    const facts = Object.fromEntries(own.map((key) => [key, exported[key]]));
    return [readPart(part.title, part, facts, reading)];
  });
}

function readPart(key: string, part: RecordPart, said: unknown, reading: Reading): ReadPart {
  const entries = (Array.isArray(said) ? said : [said ?? []]).flat();
  return {
    key,
    title: reading.texts.t(part.title),
    entries: entries.map((entry) => readEntry(part, entry, reading)).filter(hasSomething),
  };
}

const hasSomething = ({ lines, parts }: ReadEntry) => lines.length + parts.length > 0;

function readEntry({ labels, fields }: RecordPart, entry: object, reading: Reading): ReadEntry {
  const facts = entry as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(facts).filter((key) => !(key in fields));
  if (unknown.length > 0)
    throw new Error(`a record without words for ${labels}: ${unknown.join(", ")}`);
  const read: ReadEntry = { lines: [], parts: [] };
  for (const [key, shape] of Object.entries(fields)) {
    if (!(key in facts)) continue;
    if (isPart(shape)) read.parts.push(readPart(key, shape, facts[key], reading));
    else
      read.lines.push({
        ...{ key, label: reading.texts.t(`${labels}.${key}`) },
        value: valueInWords(shape, facts[key], reading),
      });
  }
  return read;
}

function isPart(shape: RecordValue): shape is RecordPart {
  return typeof shape === "object" && "fields" in shape;
}

function valueInWords(
  shape: Exclude<RecordValue, RecordPart>,
  value: unknown,
  { texts, zone }: Reading,
): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    const all = value.flatMap((each) => valueInWords(shape, each, { texts, zone }) ?? []);
    return all.length > 0 ? listed(all) : null;
  }
  if (shape === "yes-no") return texts.t(`record:${value === true ? "yes" : "no"}`);
  if (shape === "moment") return writtenDate(dateIn(zone, new Date(value as string | Date)));
  const text = String(value);
  if (typeof shape === "object") {
    const word = shape.word(text);
    return texts.exists(word) ? texts.t(word) : text;
  }
  return IN_WORDS[shape](text);
}

const IN_WORDS: Record<
  Exclude<RecordValue & string, "yes-no" | "moment">,
  (text: string) => string
> = {
  text: (text) => text,
  day: writtenDate,
  weekdays: (text) => listed(namesOfWeekdays(daysIn(text))),
  language: (text) => nameOfLanguage(text, readerLanguage()),
  zone: (text) => placeOf(text).place,
};
