import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EditIcon, PeopleIcon, ReportIcon } from "~/ui/icons.tsx";
import type { PersonalTask } from "../../domain/waiting.ts";
import { NextStep } from "./next-step.tsx";

/** One thing that waits for the one who is signed in. */
export function PersonalStep({ task, first }: { task: PersonalTask; first: boolean }) {
  const { t } = useTranslation("feedback-hr");
  if (task.kind === "lists") return <ListsStep task={task} first={first} />;
  if (task.kind === "coaching") return <CoachingStep task={task} first={first} />;
  const cycle = task.cycleName;
  const words = (until: string | null) => {
    const detail = until
      ? t(`home.${task.kind}.until`, { date: writtenDate(until) })
      : t(`home.${task.kind}.any`);
    return { detail, action: t(`home.${task.kind}.action`), first };
  };
  switch (task.kind) {
    case "requests":
      return (
        <NextStep
          {...words(task.closesOn)}
          line={t("home.requests.line", { count: task.count, cycle })}
          href="/requests"
          icon={<EditIcon />}
        />
      );
    case "nomination":
      return (
        <NextStep
          {...words(task.nominateBy)}
          line={t("home.nomination.line", { cycle })}
          href={`/nominations/${task.participantId}`}
          icon={<PeopleIcon />}
        />
      );
    case "report":
      return (
        <NextStep
          line={t("home.report.line", { cycle })}
          detail={t("home.report.detail")}
          action={t("home.report.action")}
          first={first}
          href={`/reports/${task.reportId}`}
          icon={<ReportIcon />}
        />
      );
  }
}

/** Lists of others to approve or to make. */
function ListsStep({
  task: { task, count, only },
  first,
}: {
  task: Extract<PersonalTask, { kind: "lists" }>;
  first: boolean;
}) {
  const { t } = useTranslation("nomination");
  return (
    <NextStep
      line={t(`home.${task}`, { count, name: only?.name })}
      detail={t("home.detail")}
      action={t(only ? "home.actionOne" : "home.action")}
      first={first}
      href={only ? `/nominations/${only.participantId}` : "/approvals"}
      icon={<PeopleIcon />}
    />
  );
}

/** Reports that wait for their coach. */
function CoachingStep({
  task: { count, name },
  first,
}: {
  task: Extract<PersonalTask, { kind: "coaching" }>;
  first: boolean;
}) {
  const { t } = useTranslation("cycle-running");
  return (
    <NextStep
      line={t("coaching.task", { count, name })}
      detail={t("coaching.detail")}
      action={t("coaching.action")}
      first={first}
      href="/coaching"
      icon={<ReportIcon />}
    />
  );
}

export function taskKey(task: PersonalTask): string {
  if (task.kind === "coaching") return task.kind;
  if (task.kind === "lists") return `lists ${task.task}`;
  if (task.kind === "requests") return `requests ${task.cycleId}`;
  return task.kind === "nomination"
    ? `nomination ${task.participantId}`
    : `report ${task.reportId}`;
}
