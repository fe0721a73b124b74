import { requireRecentFiguresReader } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { fileHeaders } from "~/platform/http/file-name.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { groupFiguresFile } from "../figures/group-files.server.ts";
import type { Route } from "./+types/cycle-insights-xlsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = await requireRecentFiguresReader(context, request, pathId(params.cycleId));
  const file = await groupFiguresFile(getPlatform(context), actor, pathId(params.cycleId));
  if (!file) throw notFound();
  return new Response(file.content, { headers: fileHeaders(file.name, file.type) });
}
