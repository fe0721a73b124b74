import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { ExportFormat, Loss } from "../domain/exchange/losses.ts";

type Props = {
  id: string;
  version: number;
  exports: readonly { format: ExportFormat; losses: readonly Loss[] }[];
};

/** Files of a version to keep, each with what it can't hold. */
export function ExportPart({ id, version, exports }: Props) {
  const { t } = useTranslation("frameworks");
  return (
    <AsidePart title={t("own.export.title")}>
      <ul className="grid gap-3">
        {exports.map(({ format, losses }) => (
          <li key={format}>
            <Link href={`/frameworks/${id}/export/${format}?version=${version}`} reloadDocument>
              {t(`own.export.${format}`)}
            </Link>
            <p className="text-sm text-ink-muted">
              {losses.length === 0
                ? t("own.export.whole")
                : t("own.export.without", {
                    what: losses
                      .map(({ what, count }) => t(`own.export.losses.${what}`, { count }))
                      .join("; "),
                  })}
            </p>
          </li>
        ))}
      </ul>
    </AsidePart>
  );
}
