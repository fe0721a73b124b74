import { useTranslation } from "react-i18next";
import { requireReader } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { LONGEST_SEARCH } from "~/platform/search/words-found.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { type Found, FoundGroups } from "../search/found-groups.tsx";
import type { Route } from "./+types/search";
import { searchEverywhere } from "./search-everywhere.server.ts";

export async function loader({ context, request }: Route.LoaderArgs): Promise<Found> {
  const actor = requireReader(context, request);
  const words = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, LONGEST_SEARCH);
  const platform = getPlatform(context);
  const groups = await inOrganisation(platform, actor, (tx) =>
    searchEverywhere(platform, tx, actor, words),
  );
  return { words, groups };
}

/** Everything one may go to, by a few letters: people, rounds, reports, pages. The same as Ctrl+K opens, as a page. */
export default function Search({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("shell");
  const { words, groups } = loaderData;
  return (
    <>
      <PageTitle>{t("search.title")}</PageTitle>
      <PageHeader title={t("search.title")} lead={t("search.lead")} />
      <div className="grid gap-8">
        <SearchField label={t("search.label")} defaultValue={words} />
        <div className="grid items-start gap-x-8 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
          <FoundGroups words={words} groups={groups} />
        </div>
      </div>
    </>
  );
}
