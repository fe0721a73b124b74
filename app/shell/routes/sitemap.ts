import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { inSameLanguage } from "~/platform/open-pages/in-same-language.ts";
import type { Route } from "./+types/sitemap";

/** Every page that is open to everyone, in each language, for search engines (sitemaps.org, 0.9). */
export async function loader({ context }: Route.LoaderArgs) {
  const origin = getPlatform(context).publicUrl;
  const manifests = await manifestsOf<Actor>(features);
  const paths = manifests.flatMap(({ openPages }) => openPages?.paths() ?? []);
  const places = paths.flatMap((path) =>
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
