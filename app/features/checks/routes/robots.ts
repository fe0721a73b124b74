import { getPlatform } from "~/platform/context.server.ts";
import type { Route } from "./+types/robots";

/** What search engines may look at: the checks, and what these are drawn with. Personal links are nobody's to find. */
export function loader({ context }: Route.LoaderArgs) {
  const rules = [
    "User-agent: *",
    "Allow: /checks",
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
