import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { logoFile } from "../logo-file.server.ts";
import type { Route } from "./+types/logo";

/** An organisation's logo, kept by the browser that was shown it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const png = await logoFile(getPlatform(context), params);
  if (!png) throw notFound();
  return new Response(new Uint8Array(png), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "private, max-age=31536000, immutable",
      "Content-Security-Policy": "default-src 'none'",
    },
  });
}
