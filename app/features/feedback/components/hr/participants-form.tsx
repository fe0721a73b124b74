import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import type { PeopleFilter } from "~/features/people/domain/index.ts";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import type { ParticipantsStep, PersonToTick } from "../../setup/participants-step.server.ts";
import { ParticipantsFilter } from "./participants-filter.tsx";
import { stepPath } from "./setup-steps.ts";
import { StepFooter } from "./step-section.tsx";

type Props = {
  cycleId: string;
  step: ParticipantsStep;
  filter: PeopleFilter;
  answer: FormAnswer | undefined;
};

/** People to tick. All of it is one form, so that whatever button is pressed, ticks are kept. */
export function ParticipantsForm({ cycleId, step, filter, answer }: Props) {
  const { t } = useTranslation("feedback-hr");
  const problems = problemsIn(answer).map(({ code, ...problem }) => ({
    ...problem,
    message: t(`setup.participants.${code}`),
  }));
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary problems={problems} />
      <ParticipantsFilter step={step} filter={filter} />
      {step.people.map((person) => (
        <input key={person.id} type="hidden" name="shown" value={person.id} />
      ))}
      <Table
        caption={t("setup.participants.caption")}
        count={t("setup.participants.count", { count: step.matching })}
        tools={step.matching > 0 && <AllButtons matching={step.matching} />}
        columns={useColumns()}
        rows={step.people}
        rowKey={(person) => person.id}
        empty={
          <EmptyState
            title={t("setup.participants.none.title")}
            action={
              <ButtonLink href={stepPath(cycleId, "participants")}>
                {t("setup.participants.none.action")}
              </ButtonLink>
            }
          >
            {t("setup.participants.none.body")}
          </EmptyState>
        }
      />
      <PageButtons page={step.page} pages={step.pages} />
      <div className="sticky bottom-0 z-20 flex items-center justify-between gap-x-6 border-t border-line bg-canvas py-3 max-lg:bottom-(--bar-size)">
        <p className="tabular-nums">
          <strong className="font-semibold">
            {t("setup.participants.chosen", { count: step.chosen })}
          </strong>{" "}
          <span className="text-sm text-ink-muted max-sm:hidden">
            {t("setup.participants.plusTicks")}
          </span>
        </p>
        <StepFooter step="participants" cycleId={cycleId} narrow>
          <Button variant="primary" name="intent" value="continue">
            {t("setup.continue")}
          </Button>
        </StepFooter>
      </div>
    </Form>
  );
}

function AllButtons({ matching }: { matching: number }) {
  const { t } = useTranslation("feedback-hr");
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" name="intent" value="add-all">
        {t("setup.participants.addAll", { count: matching })}
      </Button>
      <Button size="small" variant="quiet" name="intent" value="remove-all">
        {t("setup.participants.removeAll", { count: matching })}
      </Button>
    </div>
  );
}

/** Pages as buttons instead of links: links would lose the ticks. */
function PageButtons({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation("feedback-hr");
  if (pages < 2) return null;
  return (
    <nav
      aria-label={t("setup.participants.pageLabel")}
      className="flex flex-wrap items-center gap-3"
    >
      {page > 1 && (
        <Button size="small" name="intent" value={`page:${page - 1}`}>
          {t("setup.participants.previous")}
        </Button>
      )}
      <span className="text-sm tabular-nums text-ink-muted">
        {t("setup.participants.place", { page, pages })}
      </span>
      {page < pages && (
        <Button size="small" name="intent" value={`page:${page + 1}`}>
          {t("setup.participants.next")}
        </Button>
      )}
    </nav>
  );
}

function useColumns(): TableColumn<PersonToTick>[] {
  const { t } = useTranslation("feedback-hr");
  return [
    {
      key: "name",
      header: t("setup.participants.name"),
      rowHeader: true,
      cell: ({ id, name, chosen }) => (
        <Checkbox
          name="person"
          id={`person-${id}`}
          value={id}
          label={<bdi>{name}</bdi>}
          defaultChecked={chosen}
        />
      ),
    },
    {
      key: "jobTitle",
      header: t("setup.participants.jobTitle"),
      cell: ({ jobTitle }) => <bdi>{jobTitle}</bdi>,
    },
    {
      key: "department",
      header: t("setup.participants.department"),
      cell: ({ department }) => <bdi>{department}</bdi>,
    },
    {
      key: "level",
      header: t("setup.participants.level"),
      cell: ({ jobLevel }) => <bdi>{jobLevel}</bdi>,
    },
    {
      key: "manages",
      header: t("setup.participants.manages"),
      noWrap: true,
      cell: ({ manages }) => manages && t("setup.participants.yes"),
    },
  ];
}
