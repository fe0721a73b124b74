import { useTranslation } from "react-i18next";
import { getSignedIn, requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { weekdayOf, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { AlsoWaiting, FirstStep, NextStep, NextSteps } from "../components/next-step.tsx";
import { ShownPanel } from "../components/shown-panel.tsx";
import { homePage } from "../home-page.server.ts";
import type { Route } from "./+types/home";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const page = await homePage(getPlatform(context), actor);
  return { ...page, name: getSignedIn(context)?.accountName ?? "" };
}

/** The next step, not a dashboard: one thing to do first, what else waits beside it. */
export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("home");
  const { tasks, tending, panels, start, name, today } = loaderData;
  const [first, ...more] = tasks;
  const questions = panels.filter(({ kind }) => kind === "question");
  const shown = panels.filter(({ kind }) => kind !== "question");
  const waiting = tending.reduce((sum, group) => sum + group.tasks.length, tasks.length);
  const work = (
    <div className="grid grid-cols-1 gap-10">
      {first && <FirstStep task={first} />}
      {shown.map((panel) => (
        <ShownPanel key={panel.id} panel={panel} />
      ))}
      {tending.map((group) => (
        <NextSteps key={group.title} title={group.title}>
          {group.tasks.map((task, place) => (
            <NextStep
              key={task.id}
              task={task}
              first={!first && group === tending[0] && place === 0}
            />
          ))}
        </NextSteps>
      ))}
      {start && (
        <EmptyState
          title={start.title}
          action={
            <ButtonLink variant="primary" href={start.href}>
              {start.action}
            </ButtonLink>
          }
        >
          {start.body}
        </EmptyState>
      )}
      {waiting === 0 && !start && panels.length === 0 && (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      )}
    </div>
  );
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("hello", { name })}
        eyebrow={t("day", { weekday: weekdayOf(today), date: writtenDate(today) })}
        lead={waiting > 0 ? t("lead", { count: waiting }) : start ? start.lead : t("calm")}
      />
      {more.length + questions.length === 0 ? (
        work
      ) : (
        <WithAside
          label={t("aside")}
          aside={
            <>
              {more.length > 0 && (
                <AsidePart title={t("also", { count: more.length })}>
                  <AlsoWaiting tasks={more} />
                </AsidePart>
              )}
              {questions.map((panel) => (
                <ShownPanel key={panel.id} panel={panel} />
              ))}
            </>
          }
        >
          {work}
        </WithAside>
      )}
    </>
  );
}
