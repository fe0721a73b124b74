import { useTranslation } from "react-i18next";
import { decimal } from "~/platform/i18n/format.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Table } from "~/ui/table.tsx";
import { type Estimate, OTHERS, type ReportItem, SELF } from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { nearEndWords, signed } from "./figure-words.ts";

/** Every question, folded away by competency: the place to look for an example. */
export function AllBehaviours({ report }: { report: ReportPageData }) {
  const groups = Map.groupBy(report.content.items, (item) => item.competency);
  return (
    <div className="grid gap-2">
      {[...groups].flatMap(([competency, items]) =>
        competency === null
          ? []
          : [
              <CompetencyItems
                key={competency}
                report={report}
                name={report.guides[competency]?.name ?? competency}
                items={items}
              />,
            ],
      )}
    </div>
  );
}

type Props = { report: ReportPageData; name: string; items: readonly ReportItem[] };

function CompetencyItems({ report, name, items }: Props) {
  const { t } = useTranslation("report");
  const figure = (item: ReportItem, estimate: Estimate | undefined) => {
    if (!estimate) return t("behaviours.noAnswer");
    const scale = report.itemScales[item.id];
    if (estimate.shown) return scale?.isAmount ? signed(estimate.mean) : decimal(estimate.mean, 1);
    if (estimate.reason === "hidden-near-end" && scale) return nearEndWords(t, estimate, scale);
    return <span className="text-sm text-ink-muted">{t(`reasons.${estimate.reason}`)}</span>;
  };
  return (
    <Disclosure summary={name}>
      <Table
        caption={t("behaviours.caption", { name })}
        captionHidden
        columns={[
          {
            key: "behaviour",
            header: t("behaviours.behaviour"),
            rowHeader: true,
            cell: (item: ReportItem) => report.itemLabels[item.id],
          },
          {
            key: "others",
            header: t("behaviours.others"),
            align: "end",
            cell: (item: ReportItem) => figure(item, item.estimates[OTHERS]),
          },
          {
            key: "raters",
            header: t("behaviours.raters"),
            align: "end",
            cell: (item: ReportItem) =>
              ratersOf(item.estimates[OTHERS]) ?? t("behaviours.noAnswer"),
          },
          {
            key: "you",
            header: t("behaviours.you"),
            align: "end",
            cell: (item: ReportItem) => figure(item, item.estimates[SELF]),
          },
        ]}
        rows={items}
        rowKey={(item) => item.id}
      />
    </Disclosure>
  );
}

function ratersOf(estimate: Estimate | undefined): number | null {
  return estimate && "n" in estimate ? estimate.n : null;
}
