import { useTranslation } from "react-i18next";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Pagination } from "~/ui/pagination.tsx";
import { readPersonAbout } from "../by-hand/person-about.server.ts";
import { readHistoryPage } from "../by-hand/person-parts-page.server.ts";
import { HistoryList } from "../components/by-hand/history-list.tsx";
import { PersonWork } from "../components/by-hand/person-work.tsx";
import type { Route } from "./+types/person-history";

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const wanted = pageNumber.parse(new URL(request.url).searchParams.get("page") ?? undefined);
  const platform = getPlatform(context);
  const page = await readHistoryPage(platform, actor, params.personId, wanted);
  const about = await readPersonAbout(platform, actor, params.personId);
  if (!page || !about) throw notFound();
  return { ...page, about };
}

/** What was changed of someone, when and by whom. */
export default function PersonHistory({ loaderData, params }: Route.ComponentProps) {
  const { t } = useTranslation("people-edit");
  const { name, about, items, page, pages } = loaderData;
  const path = `/people/${params.personId}`;
  return (
    <PersonWork about={about} title={t("history.title", { name })} lead={t("history.lead")}>
      <HistoryList name={name} items={items} />
      <Pagination page={page} pages={pages} href={(to) => `${path}/history?page=${to}`} />
    </PersonWork>
  );
}
