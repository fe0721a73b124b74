import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Tabs } from "~/ui/tabs.tsx";

const places = {
  matrix: "/skills",
  cover: "/skills/cover",
  team: "/skills/team",
  needs: "/skills/needs",
} as const;
export type SkillsPlace = keyof typeof places;

/** What the pages about the levels of many people have on top. */
export function SkillsHead({
  place,
  framework,
  lead,
  action,
}: {
  place: SkillsPlace;
  /** Kept from page to page. */
  framework?: string | undefined;
  lead?: ReactNode;
  action?: ReactNode;
}) {
  const { t } = useTranslation("skills");
  const kept = framework ? `?${new URLSearchParams({ framework })}` : "";
  return (
    <>
      <PageTitle>{t(`title.${place}`)}</PageTitle>
      <PageHeader title={t(`title.${place}`)} lead={lead ?? t(`lead.${place}`)} action={action} />
      <div className="mb-6 print:hidden">
        <Tabs
          label={t("places")}
          tabs={Object.entries(places).map(([each, href]) => ({
            label: t(`tabs.${each as SkillsPlace}`),
            href: `${href}${kept}`,
            current: each === place,
          }))}
        />
      </div>
    </>
  );
}

/** For those who lead nobody: what would be here, and where their own levels are. */
export function NobodyToRead({ place, own }: { place: SkillsPlace; own: ReactNode }) {
  const { t } = useTranslation("skills");
  return (
    <>
      <PageTitle>{t(`title.${place}`)}</PageTitle>
      <PageHeader title={t(`title.${place}`)} lead={t(`lead.${place}`)} />
      <EmptyState title={t("nobody.title")} action={own}>
        {t("nobody.body")}
      </EmptyState>
    </>
  );
}
