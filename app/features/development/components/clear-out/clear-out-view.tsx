import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { listedNames, writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { ClearOutPage, ShownNeedless } from "../../clear-out/clear-out-pages.server.ts";
import { WithClearOutPurpose } from "./clear-out-purpose.tsx";
import { NameForm } from "./name-form.tsx";
import { NeedlessRow } from "./needless-row.tsx";

type Props = { page: ClearOutPage; said: string | null; answer: FormAnswer | undefined };

const SAID = [
  ...(["name", "nothing", "close", "withdraw", "stop", "keep", "undo", "stayed", "back"] as const),
];

/** A clear-out: what is to be looked at, what waits for a decision, and what became of the rest. */
export function ClearOutView({ page, said, answer }: Props) {
  const { t } = useTranslation("clear-outs");
  const { reader, leader, begunOn, closedOn, members } = page;
  const told = SAID.find((each) => each === said);
  const [problem] = problemsIn(answer).filter(({ field }) => field === undefined);
  const isAlone = members.length === 0;
  const date = writtenDate(begunOn);
  const title = reader === "leader" ? t("one.own", { date }) : t("one.of", { name: leader, date });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={t(isAlone ? "one.leadAlone" : `one.lead.${reader}`)}
        breadcrumbs={[
          { label: t("plan:own.title"), href: "/plan" },
          { label: t("title"), href: "/plan/clear-outs" },
        ]}
      />
      <WithClearOutPurpose
        readers={t(isAlone ? "aside.readersAlone" : "aside.readersTeam", { name: leader })}
        first={isAlone ? null : <Members page={page} />}
      >
        <div className="grid gap-10">
          {told && !problem && <Notice tone="success">{t(`told.${told}`)}</Notice>}
          {problem && (
            <Notice tone="danger">{t(`problems.${problem.code}`, { ...problem.values })}</Notice>
          )}
          {closedOn && <Notice>{t("one.closed", { date: writtenDate(closedOn) })}</Notice>}
          <Part page={page} part="toCheck" rows={page.toCheck} />
          <Part page={page} part="named" rows={page.named} />
          {closedOn === null && <NameForm key={page.suggested} page={page} answer={answer} />}
          <Part page={page} part="stopped" rows={page.stopped} />
          <Part page={page} part="stays" rows={page.stays} />
          {reader === "leader" && closedOn === null && <Close />}
        </div>
      </WithClearOutPurpose>
    </>
  );
}

type PartProps = {
  page: ClearOutPage;
  part: "toCheck" | "named" | "stopped" | "stays";
  rows: readonly ShownNeedless[];
};

function Part({ page, part, rows }: PartProps) {
  const { t } = useTranslation("clear-outs");
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={part} className="grid gap-3">
      <h2 id={part} className="font-serif text-xl font-semibold">
        {t(`part.${part}`)}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <NeedlessRow key={row.id} row={row} page={page} />
        ))}
      </ul>
    </section>
  );
}

function Members({ page: { members } }: { page: ClearOutPage }) {
  const { t } = useTranslation("clear-outs");
  const [done, waiting] = [true, false].map((has) =>
    members.filter(({ hasAnswered }) => hasAnswered === has).map(({ name }) => name),
  );
  return (
    <AsidePart title={t("aside.members")}>
      <div className="grid gap-2 wrap-anywhere">
        {done && done.length > 0 && <p>{t("aside.done", { names: listedNames(done) })}</p>}
        {waiting && waiting.length > 0 && (
          <p>{t("aside.waiting", { names: listedNames(waiting) })}</p>
        )}
      </div>
    </AsidePart>
  );
}

function Close() {
  const { t } = useTranslation("clear-outs");
  return (
    <div className="print:hidden">
      <Disclosure summary={t("close.summary")}>
        <Form method="post" className="grid justify-items-start gap-3">
          <p className="max-w-reading">{t("close.body")}</p>
          <Button name="step" value="close">
            {t("close.button")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
