import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { daysIn } from "~/features/people/domain/index.ts";
import { listed, namesOfWeekdays } from "~/platform/i18n/format.ts";
import { Panel } from "~/ui/panel.tsx";
import type { SourceNote } from "../domain/describe-source.ts";
import type { NoteGroup, RowNote } from "../domain/row-note.ts";

type Props = { source: readonly SourceNote[]; notes: readonly NoteGroup[] };

/** How a file was read, and what was made of its cells beyond what is written there: all of it counted and named. */
export function ReadingNotes({ source, notes }: Props) {
  const { t } = useTranslation(["people-import", "people"]);
  return (
    <Panel title={t("review.reading.title")}>
      {source.length + notes.length === 0 && <p>{t("review.reading.nothing")}</p>}
      <ul className="grid list-disc gap-2 ps-5">
        {source.map((note) => (
          <li key={note.code}>
            <SourceLine note={note} />
          </li>
        ))}
        {notes.map(({ code, count, notes: shown }) => (
          <li key={code}>
            {t(`review.reading.notes.${code}`, { count })}
            <ul className="text-ink-muted">
              {shown.map((note) => (
                <li key={`${note.row} ${note.field}`} dir="auto">
                  {t("review.reading.row", { row: note.row, text: wordsOf(note, t) })}
                </li>
              ))}
              {count > shown.length && (
                <li>{t("review.reading.more", { count: count - shown.length })}</li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Words = ReturnType<typeof useTranslation<["people-import", "people"]>>["t"];

function wordsOf({ code, field, value = "", meant }: RowNote, t: Words): string {
  if (code === "further-absence") return t("review.reading.besideRow", { value, row: meant });
  if (code === "name-differs") return t("review.reading.inDirectory", { value, meant });
  if (code === "days-understood" && meant)
    return t("review.reading.asMeant", { value, meant: listed(namesOfWeekdays(daysIn(meant))) });
  if (meant) return t("review.reading.asMeant", { value, meant });
  return t("review.reading.asWritten", { value, field: field ? t(`people:fields.${field}`) : "" });
}

function SourceLine({ note }: { note: SourceNote }): ReactNode {
  const { t } = useTranslation(["people-import", "people"]);
  switch (note.code) {
    case "sheet":
      return t("review.reading.sheet", { name: note.name });
    case "leftOut": {
      const names = note.sheets.map(({ name, hidden }) =>
        hidden ? t("review.reading.hiddenSheet", { name }) : name,
      );
      return t("review.reading.leftOut", { count: names.length, names: listed(names) });
    }
    case "encoding":
      return t("review.reading.encoding", {
        encoding: t(`review.reading.encodings.${note.encoding}`, note.encoding),
      });
    case "rowNames":
      return t("review.reading.rowNames");
    case "reasons": {
      const { titles } = note;
      return t("review.reading.reasons", { count: titles.length, columns: listed(titles) });
    }
    default: {
      const { code, count, rows } = note;
      const shown = rows.map(String);
      return t(`review.reading.${code}`, {
        count,
        rows:
          rows.length < count && code !== "filledDown" ? `${shown.join(", ")} …` : listed(shown),
      });
    }
  }
}
