import { useTranslation } from "react-i18next";
import { daysAfter } from "~/platform/calendar/days.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { NominationTask } from "../../nomination/approval-reads.server.ts";

type Props = { title: string; tasks: readonly NominationTask[]; action: "look" | "choose" };

/** Lists of raters, one line each: whose, how long, by when. */
export function ListsThatWait({ title, tasks, action }: Props) {
  const { t } = useTranslation("nomination");
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">
        {title} <span className="font-normal tabular-nums text-ink-muted">{tasks.length}</span>
      </h2>
      <ul className="divide-y divide-line rounded-large border border-line bg-surface">
        {tasks.map((task) => (
          <li
            key={task.participantId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-72">
              <h3 className="font-semibold wrap-anywhere" dir="auto">
                {task.name}
              </h3>
              <p className="text-sm text-ink-muted">
                {[task.jobTitle, task.cycleName].filter(Boolean).join(" · ")}
              </p>
              <Facts task={task} action={action} />
            </div>
            <ButtonLink href={`/nominations/${task.participantId}`} wide>
              <span aria-hidden="true">{t(`approvals.${action}`)}</span>
              <VisuallyHidden>{t(`approvals.${action}_for`, { name: task.name })}</VisuallyHidden>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ task, action }: { task: NominationTask; action: Props["action"] }) {
  const { t } = useTranslation("nomination");
  const { raters, handedInAt, approveAfterDays, nominateBy, returned } = task;
  const approvedOn =
    action === "look" && handedInAt && approveAfterDays !== null
      ? daysAfter(handedInAt.toISOString().slice(0, 10), approveAfterDays)
      : null;
  const facts = [
    t("approvals.raters", { count: raters }),
    approvedOn && t("approvals.automatic", { date: writtenDate(approvedOn) }),
    action === "choose" && nominateBy && t("approvals.until", { date: writtenDate(nominateBy) }),
    action === "choose" && returned && t("approvals.returned"),
  ].filter(Boolean);
  return <p className="mt-1 text-ink-muted">{facts.join(". ")}.</p>;
}
