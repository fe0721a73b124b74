import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import { changesHref } from "../own/hrefs.ts";

type Props = {
  id: string;
  version: number;
  versions: readonly { version: number; publishedOn: string }[];
};

/** Every published version, each with what it changed. */
export function VersionsPart({ id, version, versions }: Props) {
  const { t } = useTranslation("frameworks");
  return (
    <AsidePart title={t("own.versions")}>
      <ul className="grid gap-2">
        {versions.map((each) => (
          <li key={each.version} className="flex flex-wrap gap-x-3">
            <Link
              href={`/frameworks/${id}?version=${each.version}`}
              aria-current={each.version === version ? "page" : undefined}
            >
              {t("own.versionOn", { version: each.version, date: writtenDate(each.publishedOn) })}
            </Link>
            {each.version > 1 && (
              <Link
                href={changesHref(id, each.version)}
                aria-label={t("own.changes.of", { version: each.version })}
              >
                {t("own.changes.short")}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </AsidePart>
  );
}
