import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { AnnouncementPage } from "../announcement/announcement-page.server.ts";
import { suggestionsPath } from "../suggestions/suggestions-path.ts";
import { WordForm } from "./word-form.tsx";

type Props = { page: AnnouncementPage; isSent: boolean; answer: FormAnswer | undefined };

/** What can be told now, or what it waits for, and all that was told. */
export function AnnouncementView({ page, isSent, answer }: Props) {
  const { t } = useTranslation("announcing");
  const { sent } = page;
  return (
    <div className="grid gap-10">
      {isSent && sent.length > 0 && <Notice tone="success">{t("said.sent")}</Notice>}
      <Turn page={page} answer={answer} />
      {page.suggestions.length > 0 && (
        <Panel title={t("suggested.title")}>
          <ul className="grid gap-2">
            {page.suggestions.map(({ id, state, opensOn, closesOn }) => (
              <li key={id}>
                <Link href={suggestionsPath(id)}>
                  {t("suggested.line", { date: opensOn ? writtenDate(opensOn) : "" })}
                </Link>{" "}
                {state === "collecting" &&
                  t("suggested.running", { date: closesOn ? writtenDate(closesOn) : "" })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {sent.length > 0 && (
        <section aria-labelledby="sent" className="grid max-w-reading gap-3">
          <h2 id="sent" className="font-serif text-xl font-semibold">
            {t("past.title")}
          </h2>
          <ol className="grid divide-y divide-line">
            {sent.map(({ reportId, step, word, sentOn, recipients, roundName }) => (
              <li key={`${reportId} ${step}`} className="grid gap-1 py-4">
                <p className="font-semibold">{t(`past.${step}`)}</p>
                <p className="text-sm text-ink-muted">
                  {t("past.line", {
                    ...{ count: recipients, date: writtenDate(sentOn), round: roundName },
                  })}
                </p>
                <p className="mt-1 whitespace-pre-line wrap-anywhere" dir="auto">
                  {word}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Turn({ page, answer }: Omit<Props, "isSent">) {
  const { t } = useTranslation("announcing");
  const { turn, focus, recipients, report } = page;
  if (turn.kind === "over")
    return (
      <Panel title={t("over.title")}>
        <p>{t("over.body", { round: report.roundName })}</p>
      </Panel>
    );
  if (turn.kind === "later")
    return (
      <Panel title={t(`later.${turn.step}`, { date: writtenDate(turn.from) })}>
        <p>{t("later.body")}</p>
      </Panel>
    );
  if (turn.step === "announced" && focus.length === 0)
    return (
      <Panel
        title={t("noFocus.title")}
        action={<ButtonLink href={`/reports/${report.id}`}>{t("noFocus.open")}</ButtonLink>}
      >
        <p>{t("noFocus.body", { round: report.roundName })}</p>
      </Panel>
    );
  if (recipients === 0)
    return (
      <Panel title={t("nobody.title")}>
        <p>{t("nobody.body")}</p>
      </Panel>
    );
  return <WordForm page={page} step={turn.step} answer={answer} />;
}
