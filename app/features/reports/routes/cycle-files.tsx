import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { cycleFiles } from "../pdf/bundle/bundle-reads.server.ts";
import { CycleFilesView } from "../pdf/bundle/cycle-files-view.tsx";
import { requestBundle } from "../pdf/bundle/request-bundle.server.ts";
import type { Route } from "./+types/cycle-files";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const files = await inOrganisation(platform, actor, (tx) =>
    cycleFiles(tx, actor, pathId(params.cycleId), platform.clock.now()),
  );
  if (!files) throw notFound();
  return { files };
}

/** Asks for a file. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const outcome = await requestBundle(getPlatform(context), actor, cycleId);
  if (outcome.ok) return redirect(`/cycles/${cycleId}/files`);
  if (outcome.reason === "not-kept" || outcome.reason === "none-released")
    return data({ refused: outcome.reason }, { status: 409 });
  throw notFound();
}

export default function CycleFiles({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report-pdf");
  const { files } = loaderData;
  return (
    <>
      <PageTitle>{t("bundle.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("bundle.crumb"), href: "/cycles" },
          { label: files.cycleName, href: `/cycles/${files.cycleId}` },
        ]}
        title={t("bundle.title")}
        lead={files.kept ? t("bundle.lead", { cycle: files.cycleName }) : undefined}
      />
      <CycleFilesView files={files} refused={actionData?.refused ?? null} />
    </>
  );
}
