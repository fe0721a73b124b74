import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";

/** What the edge itself has to say, before any page: a code that texts name. */
export type NoticeKind =
  | "away"
  | "busy"
  | "fault"
  | "foreign"
  | "method"
  | "notFound"
  | "notForm"
  | "tooLarge"
  | "unreadable";

const STATUS: Record<NoticeKind, number> = {
  away: 503,
  busy: 503,
  fault: 500,
  foreign: 403,
  method: 405,
  notFound: 404,
  notForm: 415,
  tooLarge: 413,
  unreadable: 400,
};

/** A small page of its own, for when no page can be made or none should be. */
export function notice(kind: NoticeKind, headers: Record<string, string> = {}): Response {
  const t = readerTexts().getFixedT(null, "shell");
  const title = t(`edge.${kind}.title`);
  const page = `<!doctype html>
<html lang="${readerLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${t("product")}</title>
<style>
body { font: 1.0625rem/1.55 Inter, system-ui, sans-serif; max-width: 38rem; margin: 12vh auto; padding: 0 1.25rem }
h1 { font: 600 1.75rem/1.2 "Source Serif 4", Georgia, serif; text-wrap: balance }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${t(`edge.${kind}.message`)}</p>
</main>
</body>
</html>
`;
  return new Response(page, {
    status: STATUS[kind],
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
