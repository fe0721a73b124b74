import { useTranslation } from "react-i18next";
import { Form, useNavigation } from "react-router";
import { whole } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Table } from "~/ui/table.tsx";
import type { CyclePage } from "../../cycle-page.server.ts";
import { Points } from "./points.tsx";

/** Once the reports are made: how much came in, and releasing them. What they say is not for HR. */
export function ClosedView({ page }: { page: CyclePage }) {
  const { t } = useTranslation("feedback-hr");
  const { cycle, participants, instrument } = page;
  const { answered, invited, total } = cycle.closure ?? { answered: 0, invited: 0, total: 0 };
  const released = cycle.state === "released";
  return (
    <div className="grid gap-8">
      {released ? (
        <Panel title={t("cycle.released.next")}>
          <p className="max-w-reading">{t("cycle.released.body")}</p>
        </Panel>
      ) : (
        <ReleasePanel reports={total} />
      )}
      <DescriptionList
        items={[
          { term: t("cycle.instrument"), details: instrument },
          {
            term: t("cycle.closed.answers"),
            details: t("cycle.of", { answered: whole(answered), asked: whole(invited) }),
          },
          { term: t("cycle.closed.reports"), details: whole(total) },
        ]}
      />
      <Table
        caption={t(released ? "cycle.released.participants" : "cycle.caption")}
        count={t("cycle.count", { count: participants.length })}
        rows={participants}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("cycle.participant"),
            rowHeader: true,
            cell: ({ name }) => <bdi>{name}</bdi>,
          },
          {
            key: "department",
            header: t("cycle.department"),
            cell: ({ department }) => <bdi>{department}</bdi>,
          },
        ]}
      />
    </div>
  );
}

function ReleasePanel({ reports }: { reports: number }) {
  const { t } = useTranslation("feedback-hr");
  const sending = useNavigation().state === "submitting";
  return (
    <Panel title={t("cycle.closed.title")}>
      <Points
        points={[
          t("cycle.closed.body", { count: reports }),
          t("cycle.closed.hint"),
          t("cycle.closed.fixed"),
        ]}
      />
      <Form method="post">
        <Button variant="primary" wide busy={sending}>
          {t("cycle.closed.action", { count: reports })}
        </Button>
      </Form>
    </Panel>
  );
}
