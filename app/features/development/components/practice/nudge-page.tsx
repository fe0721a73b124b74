import { useTranslation } from "react-i18next";
import { weekdayOf, writtenDate } from "~/platform/i18n/format.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { NudgeView } from "../../nudges/answer-nudge.server.ts";
import { CheckIn } from "./check-in.tsx";

type Props = { nudge: NudgeView | null; isKept: boolean };

/** How one day of practice was, from a letter and without signing in; or why that can't be said any more. */
export function NudgePage({ nudge, isKept }: Props) {
  const { t } = useTranslation("practising");
  if (nudge?.standing !== "open") {
    const why = nudge?.standing ?? "unknown";
    return (
      <PlainShell width="form" {...(nudge && { organisationName: nudge.organisation })}>
        <PageTitle>{t(`nudge.${why}.title`)}</PageTitle>
        <meta name="robots" content="noindex" />
        <ErrorPage
          title={t(`nudge.${why}.title`)}
          message={t(`nudge.${why}.body`)}
          actions={<ButtonLink href="/plan/practice">{t("nudge.open")}</ButtonLink>}
        />
      </PlainShell>
    );
  }
  const { organisation, day, today } = nudge;
  return (
    <PlainShell width="form" organisationName={organisation}>
      <PageTitle>{t("nudge.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("nudge.title")} lead={t("nudge.lead")} />
      <div className="grid gap-8">
        {isKept && (
          <Notice tone="success">
            {day === today
              ? t("nudge.keptToday")
              : t("nudge.kept", { weekday: weekdayOf(day), date: writtenDate(day) })}
          </Notice>
        )}
        <CheckIn day={day} today={today} />
        <p className="text-ink-muted">
          {t("nudge.private")} <Link href="/plan/practice">{t("nudge.open")}</Link>
        </p>
      </div>
    </PlainShell>
  );
}
