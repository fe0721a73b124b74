import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { Notice } from "~/ui/notice.tsx";

/** Tells whose office is limited for which units it holds; nothing to everybody else. */
export function LimitNote({ units }: { units: readonly string[] | null }) {
  const { t } = useTranslation("units");
  return (
    units && (
      <div className="pb-6">
        <Notice>{t("here", { units: listed(units) })}</Notice>
      </div>
    )
  );
}
