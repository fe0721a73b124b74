import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import type { Page } from "~/features/people/domain/index.ts";
import { PersonLink } from "~/features/people/index.ts";
import { Button } from "~/ui/button.tsx";
import { Table } from "~/ui/table.tsx";
import { Tick } from "~/ui/tick.tsx";
import type { AbsentPerson } from "../domain/plan.ts";
import { DECISION_FORM } from "./confirm-panel.tsx";
import { factIn } from "./fact-in.tsx";

type Absent = AbsentPerson & { ticked: boolean };

const SHOWN = ["employeeId", "email", "department"] as const;

/**
 * Active people the file leaves out, to be ticked one by one or all at once. Ticks of other pages are kept, and those
 * just made belong to the form that confirms, so that none is lost.
 */
export function AbsentForm({ entries, total, page }: Page<Absent>) {
  const { t } = useTranslation(["people-import", "people"]);
  const { key } = useLocation();
  return (
    // A new key after every answer: boxes that were pressed would otherwise not follow what was saved.
    <div key={key} className="grid grid-cols-1 gap-4">
      <input type="hidden" name="page" value={page} form={DECISION_FORM} />
      {total > 0 && <p className="max-w-reading">{t("review.absent.note")}</p>}
      <Table
        caption={t("review.tabs.absent")}
        count={t("review.table.count", { count: total })}
        rows={entries}
        rowKey={({ personId }) => personId}
        empty={t("review.empty.absent")}
        columns={[
          {
            key: "tick",
            folded: "before",
            header: t("review.table.tick"),
            cell: (person) => <AbsentTick person={person} />,
          },
          {
            key: "name",
            header: t("people:fields.name"),
            rowHeader: true,
            cell: ({ personId, name }) => <PersonLink id={personId} name={name} />,
          },
          ...SHOWN.map((field) => ({
            key: field,
            wide: field === "email",
            header: t(`people:fields.${field}`),
            cell: (person: Absent) => factIn(field, person[field]),
          })),
        ]}
      />
      {total > 0 && (
        <div className="flex flex-wrap gap-3">
          <Button form={DECISION_FORM} name="intent" value="tick">
            {t("review.absent.save")}
          </Button>
          <Button form={DECISION_FORM} variant="quiet" name="intent" value="tick-all">
            {t("review.absent.tickAll", { count: total })}
          </Button>
          <Button form={DECISION_FORM} variant="quiet" name="intent" value="untick-all">
            {t("review.absent.untickAll")}
          </Button>
        </div>
      )}
    </div>
  );
}

function AbsentTick({ person: { personId, name, ticked } }: { person: Absent }) {
  const { t } = useTranslation(["people-import", "people"]);
  return (
    <>
      <input type="hidden" name="shown" value={personId} form={DECISION_FORM} />
      <Tick
        label={t("review.absent.tickPerson", { name })}
        form={DECISION_FORM}
        name="ticked"
        value={personId}
        defaultChecked={ticked}
      />
    </>
  );
}
