import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { AWAY_PATH } from "../../away/away-path.ts";

type Props = { title: string; lead: string; isBelow?: boolean; children: ReactNode };

const PARTS = ["why", "readers", "safe"] as const;

/** A page of somebody's away tests, with what it is for, who reads it and what keeps the team safe beside it. */
export function AwayFrame({ title, lead, isBelow = false, children }: Props) {
  const { t } = useTranslation("away");
  const above = [{ label: t("plan:own.title"), href: "/plan" }];
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={lead}
        breadcrumbs={isBelow ? [...above, { label: t("title"), href: AWAY_PATH }] : above}
      />
      <WithAside
        label={t("aside.label")}
        aside={PARTS.map((part) => (
          <AsidePart key={part} title={t(`aside.${part}`)}>
            <p className="text-ink-muted">{t(`aside.${part}Body`)}</p>
          </AsidePart>
        ))}
      >
        {children}
      </WithAside>
    </>
  );
}
