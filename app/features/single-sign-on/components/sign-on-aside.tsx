import { useTranslation } from "react-i18next";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { SignOnPage } from "../sign-on-page.server.ts";

/** The addresses that IT and HR need, and what a provider may do here. */
export function SignOnAside({ page: { startUrl, returnUrl } }: { page: SignOnPage }) {
  const { t } = useTranslation("sign-on");
  return (
    <>
      <AsidePart title={t("aside.start")}>
        <p className="text-ink-muted">{t("aside.startLead")}</p>
        <p className="mt-2 text-sm select-all wrap-anywhere">
          <code>{startUrl}</code>
        </p>
      </AsidePart>
      <AsidePart title={t("aside.return")}>
        <p className="text-ink-muted">{t("aside.returnLead")}</p>
        <p className="mt-2 text-sm select-all wrap-anywhere">
          <code>{returnUrl}</code>
        </p>
      </AsidePart>
      <AsidePart title={t("aside.title")}>
        <ul className="grid list-disc gap-2 ps-5 text-ink-muted">
          {(["first", "subject", "leaves", "session", "own"] as const).map((each) => (
            <li key={each}>{t(`aside.${each}`)}</li>
          ))}
        </ul>
      </AsidePart>
    </>
  );
}
