import { useTranslation } from "react-i18next";
import { inSameLanguage } from "~/platform/open-pages/in-same-language.ts";
import { forEveryone, openHeaders } from "~/platform/open-pages/open-page.server.ts";
import { OpenPage } from "~/shell/open-page.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import script from "../browser/guide.ts?worker&url";
import { FindForm } from "../components/find-form.tsx";
import { GUIDE, situationAt } from "../open/addresses.ts";
import { showGuide } from "../open/guide-page.server.ts";
import { foundText } from "../view/found-text.ts";
import { FoundView } from "../view/found-view.tsx";
import type { Route } from "./+types/guide";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [forEveryone];

export function headers(of: Route.HeadersArgs) {
  return openHeaders(of);
}

export function loader(asked: Route.LoaderArgs) {
  return showGuide(asked);
}

/** Every situation of the guide, and the way from a sentence to the one that somebody is in. */
export default function Guide({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("guide");
  const { language, origin, path, chosen, choices, view, shown, all, checks } = loaderData;
  const { said, competencies } = loaderData;
  const list = {
    "@type": "ItemList",
    name: t("title"),
    itemListElement: view.situations.map(({ key, words }, index) => ({
      ...{ "@type": "ListItem", position: index + 1, name: words.title },
      url: `${origin}${inSameLanguage(situationAt(key), language)}`,
    })),
  };
  return (
    <OpenPage
      {...{ origin, language, path, privacy: t("privacy") }}
      {...(!chosen && { about: list })}
      title={t("title")}
      description={t("lead")}
    >
      <PageHeader title={t("title")} lead={t("lead")} />
      <FindForm {...{ said, choices, competencies }} action={`${GUIDE}#found`} />
      <p id="found" className="mt-8 flex scroll-mt-4 flex-wrap gap-x-4 gap-y-1">
        <span role="status" data-found>
          {chosen && foundText(view, shown.length)}
        </span>
        <span data-all hidden={!chosen}>
          <Link href={all} alone>
            {t("showAll")}
          </Link>
        </span>
      </p>
      <div className="mt-4 mb-10" data-guide={JSON.stringify(view)}>
        <FoundView {...{ view, choices, shown }} />
      </div>
      <p className="max-w-reading print:hidden">
        {t("toChecks")} <Link href={checks}>{t("toChecksLink")}</Link>
      </p>
      <script type="module" src={script} />
    </OpenPage>
  );
}
