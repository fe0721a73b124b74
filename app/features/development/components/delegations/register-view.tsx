import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import type { RegisterPage, ShownDelegation } from "../../delegations/register-page.server.ts";
import { DelegationRow } from "./delegation-row.tsx";
import { WithRegisterPurpose } from "./register-purpose.tsx";

type Props = { page: RegisterPage; said: string | null; answer: FormAnswer | undefined };

const SAID = [
  ...(["added", "changed", "hand-over", "take-back", "reviewed", "undo", "remove"] as const),
];

/** What somebody decides, what others decide for them, and what became of it this quarter. */
export function RegisterView({ page, said, answer }: Props) {
  const { t } = useTranslation("delegations");
  const { due, held, withOthers } = page;
  const told = SAID.find((each) => each === said);
  const [problem] = problemsIn(answer).filter(({ field }) => field === undefined);
  const isEmpty = due.length + held.length + withOthers.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("plan:own.title"), href: "/plan" }]}
        {...(isEmpty
          ? {}
          : {
              action: (
                <ButtonLink href="/plan/decisions/new" icon={<PlusIcon />}>
                  {t("add")}
                </ButtonLink>
              ),
            })}
      />
      <WithRegisterPurpose>
        <div className="grid gap-10">
          {told && !problem && <Notice tone="success">{t(`said.${told}`)}</Notice>}
          {problem && (
            <Notice tone="danger">{t(`problems.${problem.code}`, { ...problem.values })}</Notice>
          )}
          {isEmpty ? (
            <EmptyState
              title={t("empty.title")}
              action={
                <ButtonLink variant="primary" href="/plan/decisions/new">
                  {t("empty.begin")}
                </ButtonLink>
              }
            >
              <p>{t("empty.body")}</p>
            </EmptyState>
          ) : (
            <Balance page={page} />
          )}
          <Part title={t("part.due")} lead={t("part.dueLead")} rows={due} answer={answer} isDue />
          <Part title={t("part.held")} rows={held} answer={answer} />
          <Part title={t("part.withOthers")} rows={withOthers} answer={answer} />
        </div>
      </WithRegisterPurpose>
    </>
  );
}

function Balance({ page: { balance } }: { page: RegisterPage }) {
  const { t } = useTranslation("delegations");
  const { from, handedOver, takenBack, held, withOthers } = balance;
  return (
    <p className="max-w-reading text-lg">
      {t("balance.stand", {
        held: t("balance.held", { count: held }),
        others: t("balance.others", { count: withOthers }),
      })}{" "}
      {t("balance.quarter", {
        date: writtenDate(from),
        handedOver: t("balance.handedOver", { count: handedOver }),
        takenBack: t("balance.takenBack", { count: takenBack }),
      })}
    </p>
  );
}

function Part({
  title,
  lead,
  rows,
  answer,
  isDue = false,
}: {
  title: string;
  lead?: string;
  rows: readonly ShownDelegation[];
  answer: FormAnswer | undefined;
  isDue?: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className="grid gap-3">
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {lead && <p className="max-w-reading text-ink-muted">{lead}</p>}
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <DelegationRow key={row.id} row={row} answer={answer} isDue={isDue} />
        ))}
      </ul>
    </section>
  );
}
