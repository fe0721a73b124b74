import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { RolePage } from "../../roles/role-page.server.ts";

type Props = {
  page: RolePage;
  today: string;
  said: string | null;
  answer: FormAnswer | undefined;
};

/** What was done, what was refused, and what to know before reading a role. */
export function RoleNotices({ page, today, said, answer }: Props) {
  const { t } = useTranslation("roles");
  const { id, on, archivedOn, retired, needs } = page;
  const problems = problemsIn(answer).map(({ code, values }) => ({
    message: t(`problems.${code}`, { ...values }),
  }));
  const toLookAt = needs.filter(({ lookAt }) => lookAt !== null).length;
  return (
    <>
      <ErrorSummary problems={problems} />
      {said && <Notice tone="success">{t(`said.${said}`)}</Notice>}
      {archivedOn !== null && (
        <Notice>{t("page.archivedOn", { date: writtenDate(archivedOn) })}</Notice>
      )}
      {on !== today && (
        <Notice action={<ButtonLink href={`/roles/${id}`}>{t("page.toToday")}</ButtonLink>}>
          {t(on < today ? "page.onBefore" : "page.onAfter", { date: writtenDate(on) })}
        </Notice>
      )}
      {toLookAt > 0 && (
        <Notice title={t("page.lookAt", { count: toLookAt })}>{t("page.lookAtBody")}</Notice>
      )}
      {retired.length > 0 && (
        <Notice title={t("page.retired", { count: retired.length, names: listed(retired) })}>
          {t("page.retiredBody")}
        </Notice>
      )}
    </>
  );
}
