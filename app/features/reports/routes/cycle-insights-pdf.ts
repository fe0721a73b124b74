import { requireRecentFiguresReader } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { fileHeaders } from "~/platform/http/file-name.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { groupPdfFile } from "../pdf/group-pdf.server.ts";
import type { Route } from "./+types/cycle-insights-pdf";

/** HR's report on a round as a file to print or pass on, on A4 or the paper that `?paper=` names. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = await requireRecentFiguresReader(context, request, pathId(params.cycleId));
  const paper = new URL(request.url).searchParams.get("paper");
  const file = await groupPdfFile(getPlatform(context), actor, pathId(params.cycleId), paper);
  if (!file) throw notFound();
  return new Response(file.content, { headers: fileHeaders(file.name, file.type) });
}
