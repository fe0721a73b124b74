import type { TFunction } from "i18next";
import { whole } from "~/platform/i18n/format.ts";
import type { TableColumn } from "~/ui/table.tsx";
import type { Steps } from "../../domain/monitoring.ts";

const STEPS = ["asked", "started", "done"] as const;

/** Three columns of counts: asked, started, done. */
export function stepColumns<Row>(
  t: TFunction<"monitoring">,
  stepsOf: (row: Row) => Steps,
): TableColumn<Row>[] {
  return STEPS.map((step) => ({
    key: step,
    header: t(`steps.${step}`),
    align: "end",
    noWrap: true,
    cell: (row) => whole(stepsOf(row)[step]),
  }));
}
