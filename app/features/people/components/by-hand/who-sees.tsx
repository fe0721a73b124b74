import { useTranslation } from "react-i18next";
import { Points } from "~/ui/points.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";

/** Beside what is typed of somebody: who will see it. */
export function WhoSees() {
  const { t } = useTranslation("people-edit");
  return (
    <AsidePart title={t("sees.title")}>
      <div className="text-ink-muted">
        <Points points={[t("sees.all"), t("sees.hr"), t("sees.history")]} />
      </div>
    </AsidePart>
  );
}
