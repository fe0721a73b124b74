import { useTranslation } from "react-i18next";
import { Facts } from "~/ui/facts.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { SignOnPage } from "../sign-on-page.server.ts";

/** The addresses that IT and HR need, and what a provider may do here. */
export function SignOnAside({ page }: { page: SignOnPage }) {
  const { t } = useTranslation("sign-on");
  const { startUrl, returnUrl, acsUrl, entityUrl } = page;
  const copied = (text: string) => <code className="select-all text-sm wrap-anywhere">{text}</code>;
  return (
    <>
      <AsidePart title={t("aside.start")}>
        <p className="text-ink-muted">{t("aside.startLead")}</p>
        <p className="mt-2">{copied(startUrl)}</p>
      </AsidePart>
      <AsidePart title={t("aside.register")}>
        <Facts
          items={[
            { term: t("aside.return"), details: copied(returnUrl) },
            { term: t("aside.acs"), details: copied(acsUrl) },
            { term: t("aside.entity"), details: copied(entityUrl) },
          ]}
        />
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
