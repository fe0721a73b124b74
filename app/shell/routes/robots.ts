import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { Route } from "./+types/robots";

/** What search engines may look at: open pages, and what these are drawn with. Personal links are nobody's to find. */
export async function loader({ context }: Route.LoaderArgs) {
  const manifests = await manifestsOf<Actor>(features);
  const open = manifests.flatMap(({ openPages }) => openPages?.under ?? []);
  const rules = [
    "User-agent: *",
    ...open.map((under) => `Allow: ${under}`),
    "Allow: /assets/",
    "Allow: /favicon.svg",
    "Disallow: /",
  ];
  const text = `${rules.join("\n")}\n\nSitemap: ${getPlatform(context).publicUrl}/sitemap.xml\n`;
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
