import { useTranslation } from "react-i18next";
import { getSignedIn, requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { NextStep, NextSteps } from "../components/next-step.tsx";
import { ShownPanel } from "../components/shown-panel.tsx";
import { homePage } from "../home-page.server.ts";
import type { Route } from "./+types/home";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const page = await homePage(getPlatform(context), actor);
  return { ...page, name: getSignedIn(context)?.accountName ?? "" };
}

/** The next step, not a dashboard. */
export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("home");
  const { tasks, tending, panels, start, name } = loaderData;
  const groups = [...(tasks.length > 0 ? [{ title: t("yours"), tasks }] : []), ...tending];
  const waiting = groups.reduce((sum, group) => sum + group.tasks.length, 0);
  return (
    <>
      <title>{t("title")}</title>
      <PageHeader
        title={t("hello", { name })}
        lead={waiting > 0 ? t("lead", { count: waiting }) : start ? start.lead : t("calm")}
      />
      <div className="grid gap-8">
        {groups.map((group, index) => (
          <NextSteps key={group.title} title={group.title}>
            {group.tasks.map((task, place) => (
              <NextStep key={task.id} task={task} first={index === 0 && place === 0} />
            ))}
          </NextSteps>
        ))}
        {panels.map((panel) => (
          <ShownPanel key={panel.id} panel={panel} />
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
    </>
  );
}
