import { getPlatform } from "~/platform/context.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { logoOf } from "../branding-store.server.ts";
import type { Route } from "./+types/logo";

/**
 * An organisation's logo, for pages that are open without signing in as well. Its mark can't be guessed and is another
 * with each logo, so it is found by whoever was shown it, and kept by their browser.
 */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { organisationId, mark } = params;
  if (!isId(organisationId)) throw notFound();
  const png = await inOrganisation(getPlatform(context), { organisationId }, (tx) =>
    logoOf(tx, { organisationId }, mark),
  );
  if (!png) throw notFound();
  return new Response(new Uint8Array(png), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "private, max-age=31536000, immutable",
      "Content-Security-Policy": "default-src 'none'",
    },
  });
}
