import { requireReader } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { fileHeaders } from "../pdf/file-name.ts";
import { reportFiguresFile } from "../pdf/report-file.server.ts";
import type { Route } from "./+types/report-figures-xlsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireReader(context, request);
  const file = await reportFiguresFile(getPlatform(context), actor, params.reportId, "xlsx");
  if (!file) throw notFound();
  return new Response(file.content, { headers: fileHeaders(file.name, file.type) });
}
