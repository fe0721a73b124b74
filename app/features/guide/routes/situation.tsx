import { useTranslation } from "react-i18next";
import { forEveryone, openHeaders } from "~/platform/open-pages/open-page.server.ts";
import { OpenPage } from "~/shell/open-page.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import script from "../browser/situation.ts?worker&url";
import { Around } from "../components/around.tsx";
import { showSituation } from "../open/situation-page.server.ts";
import { HatsView } from "../view/hats-view.tsx";
import type { Route } from "./+types/situation";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [forEveryone];

export function headers(of: Route.HeadersArgs) {
  return openHeaders(of);
}

export function loader(asked: Route.LoaderArgs) {
  return showSituation(asked);
}

/** A situation: which hat first, what each would do today, this week and this quarter, and what to say. */
export default function SituationPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("guide");
  const { language, origin, own, path, view, answers, found } = loaderData;
  const { group, words, behaviours, source } = found;
  const about = {
    "@type": "LearningResource",
    ...{ name: words.title, description: words.summary, isAccessibleForFree: true },
    learningResourceType: "Guide",
  };
  return (
    <OpenPage
      {...{ origin, language, path, privacy: t("privacy") }}
      {...(path === own && { about })}
      title={t("situationTitle", { title: words.title })}
      description={t("description", { summary: words.summary })}
    >
      <PageHeader
        title={words.title}
        lead={words.summary}
        eyebrow={view.said[`group-${group}`]}
        breadcrumbs={[{ label: t("title"), href: loaderData.all }]}
      />
      <div className="grid gap-8">
        <div data-situation={JSON.stringify(view)}>
          <HatsView {...{ view, answers }} />
        </div>
        <Around {...{ words, behaviours, source, others: loaderData.others }} />
        <p className="max-w-reading print:hidden">
          {t("toChecks")} <Link href={loaderData.checks}>{t("toChecksLink")}</Link>
        </p>
      </div>
      <script type="module" src={script} />
    </OpenPage>
  );
}
