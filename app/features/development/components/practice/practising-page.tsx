import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";

type Props = { title: string; lead?: string; isBelow?: boolean; children: ReactNode };

/** A page of what somebody practises, with who reads it and how it works beside it. */
export function PractisingPage({ title, lead, isBelow = false, children }: Props) {
  const { t } = useTranslation("practising");
  const above = [{ label: t("plan:own.title"), href: "/plan" }];
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        {...(lead ? { lead } : {})}
        breadcrumbs={isBelow ? [...above, { label: t("title"), href: "/plan/practice" }] : above}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <>
            <AsidePart title={t("aside.readers")}>
              <p className="text-ink-muted">{t("aside.readersBody")}</p>
            </AsidePart>
            <AsidePart title={t("aside.how")}>
              <ul className="grid list-disc gap-2 ps-5 text-ink-muted">
                <li>{t("aside.sentence")}</li>
                <li>{t("aside.missed")}</li>
                <li>{t("aside.long")}</li>
              </ul>
            </AsidePart>
          </>
        }
      >
        {children}
      </WithAside>
    </>
  );
}
