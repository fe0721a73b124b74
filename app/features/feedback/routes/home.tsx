import { useTranslation } from "react-i18next";
import { getSignedIn, requireActor } from "~/features/identity/index.server.ts";
import { UsefulnessForm } from "~/features/reports/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { CycleStep } from "../components/hr/cycle-step.tsx";
import { NextSteps } from "../components/hr/next-step.tsx";
import { PersonalStep, taskKey } from "../components/hr/personal-step.tsx";
import { OwnRounds } from "../components/own-rounds.tsx";
import { type HomePage, homePage } from "../cycle/home-page.server.ts";
import type { Route } from "./+types/home";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const page = await homePage(getPlatform(context), actor);
  return { ...page, name: getSignedIn(context)?.accountName ?? "" };
}

/** The next step, not a dashboard. */
export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { tasks, own, tending, name } = loaderData;
  const cycles = tending?.cycles ?? [];
  const waiting = tasks.length + cycles.length;
  const start = firstStep(tending);
  return (
    <>
      <title>{t("home.title")}</title>
      <PageHeader
        title={t("home.hello", { name })}
        lead={
          waiting > 0
            ? t("home.lead", { count: waiting })
            : t(start ? `home.${start}.lead` : "home.calm")
        }
      />
      <div className="grid gap-8">
        {tasks.length > 0 && (
          <NextSteps title={t("home.yours")}>
            {tasks.map((task, index) => (
              <PersonalStep key={taskKey(task)} task={task} first={index === 0} />
            ))}
          </NextSteps>
        )}
        {cycles.length > 0 && (
          <NextSteps title={t("home.tending")}>
            {cycles.map((tended, index) => (
              <CycleStep
                key={tended.cycle.id}
                tended={tended}
                first={tasks.length === 0 && index === 0}
              />
            ))}
          </NextSteps>
        )}
        {own.toRate && <UsefulnessForm {...own.toRate} />}
        {own.rounds.length > 0 && <OwnRounds rounds={own.rounds} />}
        {start && <FirstStep start={start} people={tending?.people ?? 0} />}
        {waiting === 0 && !start && own.rounds.length === 0 && !own.toRate && (
          <EmptyState title={t("home.empty.title")}>{t("home.empty.body")}</EmptyState>
        )}
      </div>
    </>
  );
}

/** What HR does before there is anything to tend: people, then a cycle. */
function firstStep(tending: HomePage["tending"]): "noPeople" | "noCycles" | null {
  if (!tending) return null;
  if (tending.people === 0) return "noPeople";
  return tending.anyCycle ? null : "noCycles";
}

function FirstStep({ start, people }: { start: "noPeople" | "noCycles"; people: number }) {
  const { t } = useTranslation("feedback-hr");
  return (
    <EmptyState
      title={t(`home.${start}.title`)}
      action={
        <ButtonLink
          variant="primary"
          href={start === "noPeople" ? "/people/import" : "/cycles/new"}
        >
          {t(`home.${start}.action`)}
        </ButtonLink>
      }
    >
      {t(`home.${start}.body`, { count: people })}
    </EmptyState>
  );
}
