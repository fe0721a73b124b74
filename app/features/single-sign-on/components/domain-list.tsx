import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { Facts } from "~/ui/facts.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { SignOnPage } from "../sign-on-page.server.ts";

type Domain = SignOnPage["domains"][number];

/** The domains that the organisation says are its own, and what is still to be done to prove it. */
export function DomainList({ domains }: { domains: readonly Domain[] }) {
  const { t } = useTranslation("sign-on");
  return (
    <Panel title={t("domains.title")} lead={t(domains.length ? "domains.lead" : "domains.none")}>
      {domains.length > 0 && (
        <ul className="divide-y divide-line">
          {domains.map((each) => (
            <li key={each.domain} className="grid gap-3 py-4 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
                <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 font-semibold wrap-anywhere">
                  <bdi>{each.domain}</bdi>
                  <Badge
                    tone={each.missingSince ? "danger" : each.verifiedBy ? "success" : "neutral"}
                  >
                    {t(`domains.${each.missingSince ? "gone" : (each.verifiedBy ?? "waits")}`)}
                  </Badge>
                </p>
                <DomainButton intent="drop" domain={each.domain} />
              </div>
              {each.missingSince !== null && (
                <p className="max-w-reading">
                  {t("domains.missing", {
                    since: writtenDate(each.missingSince),
                    until: writtenDate(each.countsUntil ?? each.missingSince),
                  })}
                </p>
              )}
              {(each.verifiedBy === null || each.missingSince !== null) && <Proof domain={each} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Proof({ domain: { domain, proof } }: { domain: Domain }) {
  const { t } = useTranslation("sign-on");
  const copied = (text: string) => <code className="select-all text-sm wrap-anywhere">{text}</code>;
  return (
    <div className="grid gap-3 rounded-large border border-line bg-sunken p-4">
      <p className="max-w-reading text-ink-muted">{t("domains.proof")}</p>
      <Facts
        items={[
          { term: t("domains.type"), details: copied("TXT") },
          { term: t("domains.place"), details: copied(proof.place) },
          { term: t("domains.text"), details: copied(proof.text) },
        ]}
      />
      <DomainButton intent="check" domain={domain} />
    </div>
  );
}

function DomainButton({ intent, domain }: { intent: "check" | "drop"; domain: string }) {
  const { t } = useTranslation("sign-on");
  return (
    <Form method="post" action="/access/sign-on">
      <input type="hidden" name="claimed" value={domain} />
      <Button
        name="intent"
        value={intent}
        {...(intent === "drop" ? { size: "small" as const } : {})}
      >
        {t(`domains.${intent}`)}
        <VisuallyHidden> {domain}</VisuallyHidden>
      </Button>
    </Form>
  );
}
