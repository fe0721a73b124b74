import { useTranslation } from "react-i18next";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { WhyNot } from "../entering/come-back.server.ts";
import { startPath } from "../sign-on-paths.ts";

type Props = { organisationId: string; reason: WhyNot; wanted?: string | undefined };

/** Why nobody was signed in, and what can be done about it. Nothing was changed. */
export function NotSignedIn({ organisationId, reason, wanted }: Props) {
  const { t } = useTranslation("sign-in-organisation");
  if (wanted !== undefined) return <NotShown reason={reason} wanted={wanted} />;
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

/** Whoever is signed in was to show that it is still them: by something of the account's own it can be done as well. */
function NotShown({ reason, wanted }: { reason: WhyNot; wanted: string }) {
  const { t } = useTranslation("sign-in-organisation");
  const query = new URLSearchParams({ next: wanted, own: "" });
  return (
    <PlainShell width="form">
      <PageTitle>{t("notShown.title")}</PageTitle>
      <ErrorPage
        title={t("notShown.title")}
        message={t(`not.${reason}`)}
        actions={
          <>
            <ButtonLink href={`/account/confirm?${query}`}>{t("notShown.own")}</ButtonLink>
            <ButtonLink href={wanted}>{t("back")}</ButtonLink>
          </>
        }
      />
    </PlainShell>
  );
}
