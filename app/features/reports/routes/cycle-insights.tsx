import { requireFiguresReader } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { GroupReportPage } from "../components/group/group-report-page.tsx";
import { groupReportPage } from "../report/group-report-page.server.ts";
import type { Route } from "./+types/cycle-insights";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = await requireFiguresReader(context, request, pathId(params.cycleId));
  const page = await groupReportPage(getPlatform(context), actor, pathId(params.cycleId));
  if (!page) throw notFound();
  return page;
}

export default function CycleInsights({ loaderData }: Route.ComponentProps) {
  return <GroupReportPage page={loaderData} />;
}
