import { useTranslation } from "react-i18next";
import { forEveryone, openHeaders } from "~/platform/open-pages/open-page.server.ts";
import { OpenPage } from "~/shell/open-page.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import script from "../browser/result.ts?worker&url";
import { showResults } from "../open/check-page.server.ts";
import type { Route } from "./+types/check-result";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [forEveryone];

export function headers(of: Route.HeadersArgs) {
  return openHeaders(of);
}

export function loader(asked: Route.LoaderArgs) {
  return showResults(asked);
}

/** The page of results, the same for everyone: its script makes the result of what stands behind the #. */
export default function CheckResult({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("checks");
  const { page, name, lead, language, origin, own, all } = loaderData;
  return (
    <OpenPage
      privacy={t("privacy")}
      {...{ origin, language, path: own, description: lead }}
      title={t("resultTitle", { name })}
    >
      <PageHeader
        title={t("resultTitle", { name })}
        breadcrumbs={[
          { label: t("all"), href: all },
          { label: name, href: page.ways.team },
        ]}
      />
      <div data-result-page={JSON.stringify(page)}>
        <p className="text-ink-muted [@media(scripting:none)]:hidden">{t("reading")}</p>
        <p className="hidden [@media(scripting:none)]:block">{t("withoutScript")}</p>
      </div>
      <script type="module" src={script} />
    </OpenPage>
  );
}
