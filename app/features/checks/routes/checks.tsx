import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { inSameLanguage } from "~/platform/open-pages/in-same-language.ts";
import {
  forEveryone,
  keepable,
  languageIn,
  openHeaders,
} from "~/platform/open-pages/open-page.server.ts";
import { OpenPage } from "~/shell/open-page.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { itemOrder } from "../domain/check.ts";
import { builtInChecks } from "../library/built-in-checks.server.ts";
import { askingAt, CHECKS } from "../open/addresses.ts";
import type { Route } from "./+types/checks";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [forEveryone];

export function headers(of: Route.HeadersArgs) {
  return openHeaders(of);
}

export function loader({ context, request }: Route.LoaderArgs) {
  const language = readerLanguage();
  const said = languageIn(request);
  const checks = builtInChecks(language).map(({ check, words }) => ({
    ...{ key: check.key, name: words.name, lead: words.lead, minutes: check.minutes },
    items: itemOrder(check).length,
    href: inSameLanguage(askingAt(check.key, "team"), said),
  }));
  const guide = inSameLanguage("/guide", said);
  return data({ language, origin: getPlatform(context).publicUrl, checks, guide }, keepable);
}

/** Every check there is, for whoever comes by. */
export default function Checks({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("checks");
  const { language, origin, checks, guide } = loaderData;
  const list = {
    "@type": "ItemList",
    name: t("title"),
    itemListElement: checks.map(({ key, name }, index) => ({
      ...{ "@type": "ListItem", position: index + 1, name },
      url: `${origin}${inSameLanguage(askingAt(key, "team"), language)}`,
    })),
  };
  return (
    <OpenPage
      {...{ origin, language, path: CHECKS, about: list }}
      title={t("title")}
      description={t("lead")}
      privacy={t("privacy")}
    >
      <PageHeader title={t("title")} lead={t("lead")} />
      <ul className="grid gap-4">
        {checks.map(({ key, name, lead, minutes, items, href }) => (
          <li key={key} className="rounded-large border border-line bg-surface p-5">
            <h2 className="text-lg font-semibold">
              <Link href={href} alone>
                {name}
              </Link>
            </h2>
            <p className="mt-1">{lead}</p>
            <p className="mt-2 text-sm text-ink-muted">
              {t("minutes", { count: minutes })} · {t("items", { count: items })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-8 max-w-reading">
        {t("toGuide")} <Link href={guide}>{t("toGuideLink")}</Link>
      </p>
    </OpenPage>
  );
}
