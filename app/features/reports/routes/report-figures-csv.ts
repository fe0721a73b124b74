import { requireReader } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { fileHeaders } from "~/platform/http/file-name.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { reportFiguresFile } from "../figures/figures-file.server.ts";
import type { Route } from "./+types/report-figures-csv";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireReader(context, request);
  const file = await reportFiguresFile(getPlatform(context), actor, params.reportId, "csv");
  if (!file) throw notFound();
  return new Response(file.content, { headers: fileHeaders(file.name, file.type) });
}
