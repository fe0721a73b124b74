import { getPlatform } from "~/platform/context.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { builtInChecks } from "../library/built-in-checks.server.ts";
import { askingAt, CHECKS, inSameLanguage } from "../open/addresses.ts";
import type { Route } from "./+types/sitemap";

/** Every page that is open to everyone, in each language, for search engines (sitemaps.org, 0.9). */
export function loader({ context }: Route.LoaderArgs) {
  const origin = getPlatform(context).publicUrl;
  const paths = builtInChecks("en").flatMap(({ check }) => [
    askingAt(check.key, "team"),
    askingAt(check.key, "alone"),
  ]);
  const places = [CHECKS, ...paths].flatMap((path) =>
    languages.map(
      (each) => `  <url><loc>${escaped(`${origin}${inSameLanguage(path, each)}`)}</loc></url>`,
    ),
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.join("\n")}
</urlset>
`;
  return new Response(text, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}

function escaped(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
