import { useTranslation } from "react-i18next";
import { mayHavePlan } from "~/features/development/index.ts";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { SuggestionsView } from "../components/suggestions-view.tsx";
import { suggestionsPage } from "../suggestions/suggestions-page.server.ts";
import type { Route } from "./+types/suggestions";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await suggestionsPage(getPlatform(context), actor, pathId(params.suggestionsId));
  if (!page) throw notFound();
  return { page };
}

/** What was suggested, for whoever asked for it. */
export default function Suggestions({ loaderData: { page } }: Route.ComponentProps) {
  const { t } = useTranslation("suggestions");
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        breadcrumbs={[
          { label: t("plan:own.title"), href: "/plan" },
          { label: t("announcing:title"), href: "/plan/announce" },
        ]}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <>
            <AsidePart title={t("aside.readers")}>
              <p className="text-ink-muted">{t("aside.readersBody")}</p>
            </AsidePart>
            <AsidePart title={t("aside.names")}>
              <p className="text-ink-muted">{t("aside.namesBody")}</p>
            </AsidePart>
          </>
        }
      >
        <SuggestionsView page={page} />
      </WithAside>
    </>
  );
}
