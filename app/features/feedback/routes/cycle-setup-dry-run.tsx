import { useTranslation } from "react-i18next";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { DownloadIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import { dryRunPath } from "../components/hr/dry-run-path.ts";
import { DryRunTable } from "../components/hr/dry-run-table.tsx";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { plannedLetterKinds } from "../domain/launch-plan.ts";
import { dryRun } from "../launch/dry-run.server.ts";
import type { Route } from "./+types/cycle-setup-dry-run";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const { searchParams } = new URL(request.url);
  const search = searchParams.get("q")?.trim() ?? "";
  const kind = plannedLetterKinds.find((each) => each === searchParams.get("kind")) ?? null;
  const page = Number(searchParams.get("page")) || 1;
  const filter = { kind, search, page };
  const run = await dryRun(getPlatform(context), actor, pathId(params.cycleId), filter);
  if (!run) throw notFound();
  return { run, search, kind };
}

export default function SetupDryRun({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { run, search, kind } = loaderData;
  const { cycle, counts } = run;
  const total = counts.nomination + counts.invitation + counts.report;
  return (
    <StepSection
      step="review"
      title={t("dryRun.title")}
      lead={t("dryRun.lead", { date: writtenDate(run.opensOn), zone: run.zone })}
    >
      {run.unsent > 0 && <Notice>{t("dryRun.unsent", { count: run.unsent })}</Notice>}
      <Tabs
        label={t("dryRun.kinds")}
        tabs={[null, ...plannedLetterKinds].map((each) => ({
          label: t(`dryRun.kind.${each ?? "all"}`),
          href: dryRunPath(cycle.id, { kind: each, search }),
          current: each === kind,
          count: each === null ? total : counts[each],
        }))}
      />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <SearchField label={t("dryRun.search")} defaultValue={search} keep={kind ? { kind } : {}} />
        <ButtonLink
          href={`/cycles/${cycle.id}/dry-run`}
          reloadDocument
          icon={<DownloadIcon className="size-4" />}
        >
          {t("dryRun.download", { count: total, total: whole(total) })}
        </ButtonLink>
      </div>
      <DryRunTable letters={run.letters} matching={run.matching} />
      <Pagination
        page={run.page}
        pages={run.pages}
        href={(page) => dryRunPath(cycle.id, { kind, search, page })}
      />
      <ButtonLink href={stepPath(cycle.id, "review")} className="w-fit">
        {t("dryRun.back")}
      </ButtonLink>
    </StepSection>
  );
}
