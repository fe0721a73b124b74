import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { exportFormats } from "../domain/exchange/losses.ts";
import { askedVersion } from "../own/asked.ts";
import { exportOwnFramework } from "../own/export-own-framework.server.ts";
import { ownVersion } from "../own/own-framework-reads.server.ts";
import type { Route } from "./+types/framework-export";

/** A published version as a file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const { frameworkId: id } = params;
  const format = exportFormats.find((each) => each === params.format);
  const asked = askedVersion(new URL(request.url).searchParams);
  const found = await inOrganisation(getPlatform(context), actor, (tx) =>
    ownVersion(tx, actor, id, asked),
  );
  if (!found || !format) throw notFound();
  const { definition, version, publishedOn } = found;
  return exportOwnFramework(definition, format, {
    ...{ id, publishedOn },
    name: `framework-v${version}`,
  });
}
