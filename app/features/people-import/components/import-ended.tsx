import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { ImportCounts } from "../domain/import-state.ts";

const COUNTED = [
  ...(["new", "changed", "setInactive", "unchanged", "kept"] as const),
  ...(["absencesNoted", "absencesReplaced", "absencesErased", "rejected"] as const),
];

/** What became of an import that is over. */
export function ImportEnded({ counts }: { counts: ImportCounts | null }) {
  const { t } = useTranslation(["people-import", "people"]);
  const title = t(counts ? "review.ended.confirmed" : "review.ended.discarded");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: t("people:directory.title"), href: "/people" }]}
      />
      <Notice
        tone={counts ? "success" : "info"}
        action={
          <>
            <ButtonLink variant="primary" href="/people">
              {t("review.ended.directory")}
            </ButtonLink>
            <ButtonLink href="/people/import">{t("review.ended.again")}</ButtonLink>
          </>
        }
      >
        {counts ? (
          <>
            <ul>
              {COUNTED.filter((key) => counts[key] > 0).map((key) => (
                <li key={key}>{t(`review.ended.counts.${key}`, { count: counts[key] })}</li>
              ))}
            </ul>
            {counts.addressesWaiting > 0 && (
              <p className="mt-2">
                {t("review.ended.addresses", { count: counts.addressesWaiting })}{" "}
                <Link href="/people/addresses">{t("review.ended.addressesLink")}</Link>
              </p>
            )}
            <p className="mt-2">{t("review.ended.confirmedBody")}</p>
          </>
        ) : (
          <p>{t("review.ended.discardedBody")}</p>
        )}
      </Notice>
    </>
  );
}
