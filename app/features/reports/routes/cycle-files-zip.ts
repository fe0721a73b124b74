import { requireRecentRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { fileHeaders } from "~/platform/http/file-name.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { fetchBundle } from "../pdf/bundle/fetch-bundle.server.ts";
import type { Route } from "./+types/cycle-files-zip";

/** All released reports of a cycle, as one file to keep. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRecentRunner(context, request, pathId(params.cycleId));
  const file = await fetchBundle(
    getPlatform(context),
    actor,
    pathId(params.cycleId),
    pathId(params.bundleId),
  );
  if (!file) throw notFound();
  return new Response(file.content, {
    headers: {
      ...fileHeaders(file.name, "application/zip"),
      "Content-Length": String(file.bytes),
    },
  });
}
