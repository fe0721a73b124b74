import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { fileHeaders } from "~/platform/http/file-name.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { planPdfFile } from "../plan/plan-pdf.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/plan-pdf";

/** A plan as a file to keep or print, on the paper of its person's country or of `?paper=`. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const paper = new URL(request.url).searchParams.get("paper");
  const file = await planPdfFile(getPlatform(context), actor, params.planId, paper);
  if (!file) throw notFound();
  return new Response(file.content, { headers: fileHeaders(file.name, "application/pdf") });
}
