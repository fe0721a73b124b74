import { useTranslation } from "react-i18next";
import { redirect, useOutletContext } from "react-router";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { useTyped } from "~/ui/use-typed.ts";
import { IntroAside } from "../components/hr/intro-aside.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import { RatersNotices } from "../components/hr/raters-notices.tsx";
import { RatersTable } from "../components/hr/raters-table.tsx";
import { NeededAside, RulesAside } from "../components/hr/rules-aside.tsx";
import { RulesForm } from "../components/hr/rules-form.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { needsOthers, relationshipsOf } from "../domain/cycle-kind.ts";
import { mayWiden, rulesBeingTyped } from "../domain/rater-rules.ts";
import { editCycle, editCycleInput } from "../setup/edit-cycle.server.ts";
import { ratersStep } from "../setup/raters-step.server.ts";
import type { Route } from "./+types/cycle-setup-raters";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const { searchParams } = new URL(request.url);
  const search = searchParams.get("q")?.trim() ?? "";
  const page = Number(searchParams.get("page")) || 1;
  const view = { search, page };
  const step = await ratersStep(getPlatform(context), actor, pathId(params.cycleId), view);
  if (!step) throw notFound();
  return { step, search };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, editCycleInput.raters);
  if (!form.ok) return form.refused();
  const changes = { part: "raters" as const, given: form.value };
  const outcome = await editCycle(getPlatform(context), actor, cycleId, changes);
  if (outcome.ok) return redirect(stepPath(cycleId, "raters"));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  return leadToCycle(cycleId, outcome.reason);
}

export default function SetupRaters({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const facts = useOutletContext<SetupFacts>();
  const { cycle } = facts;
  const { step, search } = loaderData;
  const pageHref = (page: number) =>
    `?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(page) })}`;
  const typed = useTyped("rules");
  const rules = typed ? rulesBeingTyped(typed, cycle.rules) : cycle.rules;
  if (!needsOthers(cycle.kind))
    return (
      <StepSection
        step="raters"
        lead={tSetup("raters.self")}
        size="preview"
        aside={
          <>
            <IntroAside />
            <NextAside />
          </>
        }
      >
        <StepFooter step="raters" cycleId={cycle.id} />
      </StepSection>
    );
  const none = step.total === 0;
  return (
    <StepSection
      step="raters"
      lead={tSetup(`raters.lead.${cycle.kind}`)}
      aside={
        <>
          <RulesAside found={step.rules} />
          <NeededAside cycleId={cycle.id} needed={facts.minimum} widens={mayWiden(rules)} />
        </>
      }
      below={
        !none && (
          <>
            {(step.pages > 1 || search !== "") && (
              <SearchField label={tSetup("raters.search")} defaultValue={search} />
            )}
            {step.matching === 0 ? (
              <p className="text-ink-muted">{tSetup("raters.none", { search })}</p>
            ) : (
              <RatersTable
                participants={step.participants}
                total={step.matching}
                relationships={relationshipsOf(cycle.kind)}
              />
            )}
            <Pagination page={step.page} pages={step.pages} href={pageHref} />
            <StepFooter step="raters" cycleId={cycle.id} />
          </>
        )
      }
    >
      <RulesForm
        key={JSON.stringify(cycle.rules)}
        cycleId={cycle.id}
        kind={cycle.kind}
        rules={cycle.rules}
        groups={step.rules.groups}
        answer={actionData}
      />
      {none ? (
        <EmptyState
          title={t("setup.raters.empty.title")}
          action={
            <ButtonLink variant="primary" href={stepPath(cycle.id, "participants")}>
              {t("setup.raters.empty.action")}
            </ButtonLink>
          }
        >
          {t("setup.raters.empty.body")}
        </EmptyState>
      ) : (
        <RatersNotices facts={facts} alone={step.alone} />
      )}
    </StepSection>
  );
}
