import { useTranslation } from "react-i18next";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { mayBeCalibrated } from "../../domain/assessments/assessment-readers.ts";
import type { Part } from "../../domain/assessments/placement.ts";
import type { Purpose } from "../../domain/purpose.ts";

/** What somebody is told before they write: who will read it, and for what. From the settings of the round. */
export function PurposesTold({
  purposes,
  own,
  part,
}: {
  purposes: readonly Purpose[];
  own: boolean;
  part: Part;
}) {
  const { t } = useTranslation(["assessments", "competencies"]);
  return (
    <Panel title={t("told.title")}>
      <Points
        points={[
          t(own ? "told.ownReaders" : part === "second" ? "told.secondReaders" : "told.readers"),
          ...purposes.map((purpose) => t(`told.for.${purpose}`)),
          t(purposes.includes("staffing") ? "told.staffing" : "told.notStaffing"),
          ...(mayBeCalibrated(purposes) ? [t("told.calibrated")] : []),
        ]}
      />
    </Panel>
  );
}
