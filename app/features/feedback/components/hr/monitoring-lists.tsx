import { useTranslation } from "react-i18next";
import { Form, useNavigation } from "react-router";
import type { Page } from "~/features/rounds/domain/index.ts";
import { Button } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Table } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { CycleView } from "../../cycle/cycle-reads.server.ts";
import type { DepartmentSteps, Monitoring, PersonLeft } from "../../running/running-page.server.ts";
import { listHref } from "./list-href.ts";
import { stepColumns } from "./step-columns.tsx";

/** The same counts by the participants' department, as it was written down with them. */
export function DepartmentsTable({ departments }: { departments: readonly DepartmentSteps[] }) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  return (
    <Table
      caption={t("departments.caption", { ns: "cycle-running" })}
      rows={departments}
      rowKey={({ department }) => department ?? ""}
      columns={[
        {
          key: "department",
          header: t("cycle.department"),
          rowHeader: true,
          cell: ({ department }) => department ?? t("departments.none", { ns: "cycle-running" }),
        },
        {
          key: "participants",
          header: t("departments.participants", { ns: "cycle-running" }),
          align: "end",
          cell: ({ participants }) => participants,
        },
        ...stepColumns(t, ({ total }: DepartmentSteps) => total),
      ]}
    />
  );
}

type PeopleProps = { cycle: CycleView; page: Page<PersonLeft>; search: string };

/** Who has something left, to be reminded one by one or all together. */
export function PeopleLeft({ cycle, page, search }: PeopleProps) {
  const { t } = useTranslation(["cycle-running", "feedback-hr"]);
  if (page.matching === 0 && search === "")
    return <EmptyState title={t("people.empty.title")}>{t("people.empty.body")}</EmptyState>;
  return (
    <div>
      <Table
        caption={t("people.caption")}
        count={t("people.count", { count: page.matching })}
        tools={
          <div className="flex flex-wrap items-end gap-3">
            <SearchField
              label={t("search.people")}
              defaultValue={search}
              keep={{ tab: "people" }}
            />
            {!cycle.paused && <Remind cycleId={cycle.id} />}
          </div>
        }
        rows={page.rows}
        rowKey={({ personId }) => personId}
        empty={t("search.none")}
        columns={[
          {
            key: "name",
            header: t("people.name"),
            rowHeader: true,
            cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
          },
          {
            key: "left",
            header: t("people.left"),
            align: "end",
            cell: ({ left }) => t("people.leftValue", { count: left }),
          },
          {
            key: "remind",
            header: <VisuallyHidden>{t("people.remind")}</VisuallyHidden>,
            align: "end",
            cell: (person) =>
              !person.hasAddress ? (
                <span className="text-ink-muted">{t("people.noAddress")}</span>
              ) : cycle.paused ? null : (
                <Remind cycleId={cycle.id} person={person} />
              ),
          },
        ]}
      />
      <p className="mt-3 max-w-reading text-sm text-ink-muted">{t("people.hint")}</p>
      <Pagination
        page={page.page}
        pages={page.pages}
        href={(number) => listHref(cycle.id, { tab: "people", search, page: number })}
      />
    </div>
  );
}

function Remind({ cycleId, person }: { cycleId: string; person?: PersonLeft }) {
  const { t } = useTranslation("cycle-running");
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" action={`/cycles/${cycleId}`}>
      <input type="hidden" name="person" value={person?.personId ?? ""} />
      <Button size={person ? "small" : "regular"} name="intent" value="remind" busy={sending}>
        {person ? (
          <>
            <span aria-hidden="true">{t("people.remind")}</span>
            <VisuallyHidden>{t("people.remindOne", { name: person.name })}</VisuallyHidden>
          </>
        ) : (
          t("people.remindAll")
        )}
      </Button>
    </Form>
  );
}

type UnreachedProps = NonNullable<Monitoring["unreached"]> & { cycleId: string };

/** Who declined, with their reasons, and whose address does not exist. */
export function Unreached({ cycleId, declined, bounced }: UnreachedProps) {
  const { t } = useTranslation(["cycle-running", "feedback-hr"]);
  if (declined.length === 0 && bounced.length === 0)
    return <EmptyState title={t("unreached.empty.title")}>{t("unreached.empty.body")}</EmptyState>;
  return (
    <div className="grid gap-8">
      {declined.length > 0 && (
        <Table
          caption={t("unreached.declined")}
          count={t("unreached.declinedCount", { count: declined.length })}
          rows={declined}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("people.name"),
              rowHeader: true,
              cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
            },
            {
              key: "about",
              header: t("unreached.about"),
              cell: ({ participantId, participantName, relationship }) => (
                <>
                  <Link tone="quiet" href={`/cycles/${cycleId}/participants/${participantId}`}>
                    <bdi>{participantName}</bdi>
                  </Link>
                  <span className="block text-ink-muted">
                    {t(`groups.${relationship}`, { ns: "feedback-hr" })}
                  </span>
                </>
              ),
            },
            {
              key: "reason",
              header: t("unreached.reason"),
              cell: ({ reason }) =>
                reason ? (
                  <span className="wrap-anywhere" dir="auto">
                    {reason}
                  </span>
                ) : (
                  <span className="text-ink-muted">{t("unreached.noReason")}</span>
                ),
            },
          ]}
        />
      )}
      {bounced.length > 0 && (
        <Table
          caption={t("unreached.bounced")}
          count={t("unreached.bouncedCount", { count: bounced.length })}
          rows={bounced}
          rowKey={({ address }) => address}
          columns={[
            {
              key: "name",
              header: t("people.name"),
              rowHeader: true,
              cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
            },
            {
              key: "address",
              header: t("unreached.address"),
              cell: ({ address }) => <span className="wrap-anywhere">{address}</span>,
            },
          ]}
        />
      )}
    </div>
  );
}
