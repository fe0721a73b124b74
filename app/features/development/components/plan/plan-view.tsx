import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { problemsIn } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import type { Beginning } from "../../plan/beginnings.server.ts";
import type { PlanPage } from "../../plan/plan-page.server.ts";
import { AreaSection } from "./area-section.tsx";
import { BeginningList } from "./beginning-list.tsx";
import { PlanAside } from "./plan-aside.tsx";
import { PlanComments } from "./plan-comments.tsx";
import { PlanHistory } from "./plan-history.tsx";

type Props = {
  page: PlanPage;
  /** What another area could begin from; none on the plan of somebody else. */
  choices?: readonly Beginning[];
  said: string | null;
  answer: FormAnswer | undefined;
};

const SAID = [
  ...(["done", "again", "drop", "reached", "reopen", "drop-area", "overrule", "comment"] as const),
  ...(["area", "action", "shared", "starter"] as const),
];

/** A plan: each area with its goal and actions, what was said to it, and what became of it. */
export function PlanView({ page, choices = [], said, answer }: Props) {
  const { t } = useTranslation("plan");
  const { isOwn, person, areas, closed, mayAddArea } = page;
  const title = isOwn ? t("own.title") : t("read.title", { name: person.name });
  const told = SAID.find((each) => each === said);
  const [problem] = problemsIn(answer).filter(({ field }) => field === undefined);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} lead={leadOf(page, t)} action={<HeadActions page={page} />} />
      <WithAside label={t("aside.label")} aside={<PlanAside page={page} />}>
        <div className="grid gap-10">
          {told && !problem && <Notice tone="success">{t(`said.${told}`)}</Notice>}
          {problem && (
            <Notice tone="danger">{t(`problems.${problem.code}`, { ...problem.values })}</Notice>
          )}
          {page.endedOn && <Notice>{t("over", { date: writtenDate(page.endedOn) })}</Notice>}
          {page.managingFirst && <ManagingFirst />}
          {page.hasMany && isOwn && <Notice>{t("many")}</Notice>}
          {areas.map((area) => (
            <AreaSection key={area.id} area={area} page={page} />
          ))}
          {mayAddArea && (
            <div className="flex flex-wrap gap-3 print:hidden">
              <ButtonLink href="/plan/areas/new" icon={<PlusIcon />}>
                {t("area.add")}
              </ButtonLink>
              <ButtonLink href="/plan/starters">{t("empty.starters")}</ButtonLink>
            </div>
          )}
          {mayAddArea && choices.length > 0 && (
            <div className="print:hidden">
              <Disclosure summary={t("beginnings.more", { count: choices.length })} framed>
                <BeginningList choices={choices} />
              </Disclosure>
            </div>
          )}
          {closed.length > 0 && (
            <Disclosure summary={t("area.closed", { count: closed.length })} framed>
              <div className="grid gap-8 pt-3">
                {closed.map((area) => (
                  <AreaSection key={area.id} area={area} page={page} />
                ))}
              </div>
            </Disclosure>
          )}
          <PlanComments page={page} answer={answer} />
          <PlanHistory page={page} />
          {isOwn && page.endedOn === null && <EndPlan />}
        </div>
      </WithAside>
    </>
  );
}

type T = ReturnType<typeof useTranslation<"plan">>["t"];

function leadOf(page: PlanPage, t: T): ReactNode {
  const { isOwn, begunOn, readers, reader, areas, publishedOn, mayPublish } = page;
  const date = writtenDate(begunOn);
  if (!isOwn) return t(`read.lead.${reader}`, { date });
  const names = readers.filter(({ isStill }) => isStill).map(({ name }) => name);
  const since = t("own.since", { count: areas.length, date });
  if (publishedOn && mayPublish) return `${since} ${t("public-plans:own.everybody")}`;
  return [
    since,
    names.length === 0 ? t("own.readOnlyYou") : t("own.readBy", { count: names.length }),
  ].join(" ");
}

function HeadActions({ page: { id, isOwn, endedOn } }: { page: PlanPage }) {
  const { t } = useTranslation("plan");
  return (
    <div className="flex flex-wrap gap-2">
      {isOwn && endedOn === null && (
        <ButtonLink size="small" href="/plan/share">
          {t("share.open")}
        </ButtonLink>
      )}
      <ButtonLink size="small" href={`/plans/${id}/pdf`} reloadDocument>
        {t("pdf.open")}
      </ButtonLink>
    </div>
  );
}

/** Advice that somebody may overrule: then it is not given again. */
function ManagingFirst() {
  const { t } = useTranslation("plan");
  return (
    <Notice
      title={t("managingFirst.title")}
      action={
        <>
          <ButtonLink href="/plan/starters/core-skills">{t("managingFirst.look")}</ButtonLink>
          <Form method="post">
            <Button name="intent" value="overrule">
              {t("managingFirst.overrule")}
            </Button>
          </Form>
        </>
      }
    >
      {t("managingFirst.body")}
    </Notice>
  );
}

function EndPlan() {
  const { t } = useTranslation("plan");
  return (
    <div className="print:hidden">
      <Disclosure summary={t("end.summary")}>
        <div className="grid justify-items-start gap-3">
          <p className="max-w-reading">{t("end.body")}</p>
          <Form method="post">
            <Button variant="caution" name="intent" value="end">
              {t("end.button")}
            </Button>
          </Form>
        </div>
      </Disclosure>
    </div>
  );
}
