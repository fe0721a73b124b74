import { useTranslation } from "react-i18next";
import { dayAndHour } from "~/platform/i18n/format.ts";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { CycleView } from "../../cycle/cycle-reads.server.ts";

type Props = {
  calledOff: NonNullable<CycleView["calledOff"]>;
  zone: string;
};

/** A round that was called off: why, and that nothing of it is left to see. */
export function CalledOffView({ calledOff: { at, reason }, zone }: Props) {
  const { t } = useTranslation("cycle-over");
  return (
    <Panel>
      <DescriptionList
        items={[
          { term: t("calledOff.at"), details: dayAndHour(at, zone) },
          {
            term: t("calledOff.reason"),
            details: (
              <p className="max-w-reading whitespace-pre-line wrap-anywhere" dir="auto">
                {reason}
              </p>
            ),
          },
        ]}
      />
      <p className="max-w-reading text-ink-muted">{t("calledOff.nothing")}</p>
    </Panel>
  );
}
