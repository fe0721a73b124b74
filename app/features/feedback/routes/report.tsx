import { notFound, requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { ReportPage } from "../components/report/report-page.tsx";
import { reportPage } from "../report-page.server.ts";
import type { Route } from "./+types/report";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const report = await inOrganisation(getPlatform(context), actor, (tx) =>
    reportPage(tx, actor, params.reportId),
  );
  if (!report) throw notFound();
  return report;
}

export default function Report({ loaderData }: Route.ComponentProps) {
  return <ReportPage report={loaderData} />;
}
