import type { TFunction } from "i18next";
import type { Steps } from "~/features/rounds/domain/index.ts";
import { whole } from "~/platform/i18n/format.ts";
import type { TableColumn } from "~/ui/table.tsx";

const STEPS = ["asked", "started", "done"] as const;

/** Three columns of counts: asked, started, done. */
export function stepColumns<Row>(
  t: TFunction<["feedback-hr", "cycle-running"]>,
  stepsOf: (row: Row) => Steps,
): TableColumn<Row>[] {
  return STEPS.map((step) => ({
    key: step,
    header: t(`steps.${step}`, { ns: "cycle-running" }),
    align: "end",
    noWrap: true,
    cell: (row) => whole(stepsOf(row)[step]),
  }));
}
