import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list.tsx";
import type { ReadEntry, ReadPart } from "../readable-record.ts";

type Level = 3 | 4;

/** What stands in a part of a record; a part below another has a heading of its own. */
export function RecordEntries({ part, level }: { part: ReadPart; level: Level }) {
  const { t } = useTranslation("record");
  if (part.entries.length === 0) return <p className="text-ink-muted">{t("nothing")}</p>;
  const entries = part.entries.map((entry, index) => (
    // What is kept has no ids of its own here, and nothing is moved or taken away.
    <Entry key={index.toString()} entry={entry} level={level} />
  ));
  if (entries.length === 1) return entries[0];
  return (
    <ol className="grid gap-4">
      {entries.map((entry) => (
        <li
          key={entry.key}
          data-print="together"
          className="border-t border-line pt-4 first:border-t-0 first:pt-0"
        >
          {entry}
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry: { lines, parts }, level }: { entry: ReadEntry; level: Level }) {
  const { t } = useTranslation("record");
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <div className="grid gap-6">
      {lines.length > 0 && (
        <DescriptionList
          items={lines.map(({ label, value }) => ({
            term: label,
            details:
              value === null ? (
                <span className="text-ink-muted">{t("unknown")}</span>
              ) : (
                <bdi className="wrap-anywhere">{value}</bdi>
              ),
          }))}
        />
      )}
      {parts.map((part) => (
        <section key={part.key} className="grid gap-3">
          <Heading className="font-semibold">{part.title}</Heading>
          <RecordEntries part={part} level={4} />
        </section>
      ))}
    </div>
  );
}
