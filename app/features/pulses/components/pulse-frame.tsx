import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";

type Props = {
  title: string;
  lead?: string | undefined;
  isBelow?: boolean;
  children: ReactNode;
};

/** A page of somebody's pulses, with who reads them and what they can tell beside it. */
export function PulseFrame({ title, lead, isBelow = false, children }: Props) {
  const { t } = useTranslation("pulses");
  const above = [{ label: t("plan:own.title"), href: "/plan" }];
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        {...(lead ? { lead } : {})}
        breadcrumbs={isBelow ? [...above, { label: t("title"), href: "/plan/pulse" }] : above}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <>
            <AsidePart title={t("aside.readers")}>
              <p className="text-ink-muted">{t("aside.readersBody")}</p>
            </AsidePart>
            <AsidePart title={t("aside.sure")}>
              <ul className="grid list-disc gap-2 ps-5 text-ink-muted">
                <li>{t("aside.clear")}</li>
                <li>{t("aside.chance")}</li>
                <li>{t("aside.hindsight")}</li>
              </ul>
            </AsidePart>
            <AsidePart title={t("aside.safe")}>
              <p className="text-ink-muted">{t("aside.safeBody")}</p>
            </AsidePart>
          </>
        }
      >
        {children}
      </WithAside>
    </>
  );
}
