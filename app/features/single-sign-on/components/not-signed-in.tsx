import { useTranslation } from "react-i18next";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { NotBack } from "../entering/come-back.server.ts";
import { startPath } from "../sign-on-paths.ts";

type Props = { organisationId: string; reason: NotBack };

/** Why nobody was signed in, and what can be done about it. Nothing was changed. */
export function NotSignedIn({ organisationId, reason }: Props) {
  const { t } = useTranslation("sign-in-organisation");
  return (
    <PlainShell width="form">
      <PageTitle>{t("not.title")}</PageTitle>
      <ErrorPage
        title={t("not.title")}
        message={t(`not.${reason}`)}
        actions={
          <>
            <ButtonLink href={startPath(organisationId)}>{t("not.again")}</ButtonLink>
            <ButtonLink href="/sign-in">{t("other")}</ButtonLink>
          </>
        }
      />
    </PlainShell>
  );
}
