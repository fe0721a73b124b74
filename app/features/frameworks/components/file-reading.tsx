import { useTranslation } from "react-i18next";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Points } from "~/ui/points.tsx";
import type { FileReading } from "../domain/exchange/file-reading.ts";
import type { FileProblem } from "../domain/exchange/read-framework.ts";

/** What of a file was refused, and what was read in another way than it was written. */
export function FileReadingNotice({ reading }: { reading: FileReading }) {
  const { t } = useTranslation("frameworks");
  const { file, format, problems, refused, notes } = reading;
  return (
    <div className="grid max-w-reading gap-3">
      <Notice title={t("own.reading.title", { file })}>
        <p>{t(`own.formats.${format}`)}</p>
        {notes.length > 0 && (
          <Points
            points={notes.map(({ code, field, count }) =>
              t(`own.reading.notes.${code}`, { field, count }),
            )}
          />
        )}
        <p>{t("own.reading.refused", { count: refused })}</p>
      </Notice>
      {problems.length > 0 && <FileProblems problems={problems} refused={refused} />}
    </div>
  );
}

/** What is wrong in a file, by its rows. */
export function FileProblems({
  problems,
  refused,
}: {
  problems: readonly FileProblem[];
  refused: number;
}) {
  const { t } = useTranslation("frameworks");
  return (
    <Disclosure summary={t("own.reading.list", { count: refused })} open={problems.length <= 5}>
      <Points
        points={problems.map(({ row, field, code, values }) => {
          const what = t(`own.reading.problems.${code}`, { field, ...values });
          return row === undefined ? what : t("own.reading.inRow", { row, what });
        })}
      />
      {refused > problems.length && (
        <p className="mt-3 text-ink-muted">
          {t("own.reading.more", { count: refused - problems.length })}
        </p>
      )}
    </Disclosure>
  );
}
