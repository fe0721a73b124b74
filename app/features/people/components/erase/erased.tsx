import { useTranslation } from "react-i18next";
import type { Counted } from "~/platform/feature/personal.ts";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { CountedLines } from "../step-words.tsx";

/** What was done when somebody was erased, and what stays. */
export function Erased({ counts }: { counts: readonly Counted[] }) {
  const { t } = useTranslation("people-erase");
  return (
    <div className="grid max-w-reading gap-6">
      <Notice tone="success">{t("done.lead")}</Notice>
      <Panel title={t("done.what")}>
        <ul className="grid list-disc gap-1 ps-5">
          <li>{t("what.record")}</li>
          <CountedLines counts={counts} />
        </ul>
      </Panel>
      <Panel title={t("done.stays")}>
        <ul className="grid list-disc gap-1 ps-5">
          <li>{t("what.stays")}</li>
          <li>{t("what.words")}</li>
        </ul>
      </Panel>
      <p>
        <Link href="/people">{t("done.back")}</Link>
      </p>
    </div>
  );
}
