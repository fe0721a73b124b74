import { requireReader } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { fileHeaders } from "~/platform/http/file-name.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { reportPdfFile } from "../pdf/pdf-file.server.ts";
import type { Route } from "./+types/report-pdf";

/** The report as a file to keep or print, on the paper of the participant's country or of `?paper=`. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireReader(context, request);
  const paper = new URL(request.url).searchParams.get("paper");
  const file = await reportPdfFile(getPlatform(context), actor, params.reportId, paper);
  if (!file) throw notFound();
  return new Response(file.content, { headers: fileHeaders(file.name, file.type) });
}
