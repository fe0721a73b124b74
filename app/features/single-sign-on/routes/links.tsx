import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble, requireRecentAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { LinkList } from "../components/link-list.tsx";
import { forgetLink, forgetLinkInput } from "../links/forget-link.server.ts";
import { readLinksPage } from "../links/links-page.server.ts";
import { maySetSignOn } from "../policy.ts";
import type { Route } from "./+types/links";

const HERE = "/access/sign-on/links";
const LONGEST = 1_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, maySetSignOn);
  const { searchParams } = new URL(request.url);
  const asked = Number(searchParams.get("page") ?? "1");
  const page = Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1;
  const wanted = (searchParams.get("q") ?? "").trim().slice(0, LONGEST);
  const links = await readLinksPage(getPlatform(context), actor, { wanted, page });
  if (!links) throw notFound();
  return { links, forgetting: searchParams.get("forget"), said: searchParams.has("said") };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAble(context, request, maySetSignOn);
  const form = await readForm(request, forgetLinkInput, { hidden: ["provider", "account"] });
  if (!form.ok) return form.refused();
  const outcome = await forgetLink(getPlatform(context), actor, form.value);
  if (outcome.ok) throw redirect(`${HERE}?said`);
  if (outcome.reason === "not-allowed") throw notFound();
  return form.refused([{ code: outcome.reason }]);
}

/** Whom the organisation's identity providers know as whose account, to forget one of them. */
export default function Links({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("sign-on");
  const { links, forgetting, said } = loaderData;
  const { wanted, page, pages, count } = links;
  const hrefOf = (to: number) =>
    `${HERE}?${new URLSearchParams({ ...(wanted && { q: wanted }), page: String(to) })}`;
  const problems = problemsIn(actionData).map(({ code }) => ({ message: t(`problems.${code}`) }));
  return (
    <>
      <PageTitle>{t("links.title")}</PageTitle>
      <PageHeader
        title={t("links.title")}
        lead={t("links.lead")}
        breadcrumbs={[
          { label: t("people:access.title"), href: "/access" },
          { label: t("title"), href: "/access/sign-on" },
        ]}
      />
      <div className="grid grid-cols-1 gap-6">
        <ErrorSummary problems={problems} />
        {said && !actionData && <Notice tone="success">{t("links.said")}</Notice>}
        <SearchField label={t("links.search")} defaultValue={wanted} />
        {count === 0 ? (
          <p className="text-ink-muted">{t(wanted ? "links.nobody" : "links.none")}</p>
        ) : (
          <LinkList links={links} forgetting={forgetting} here={hrefOf(page)} />
        )}
        <Pagination page={page} pages={pages} href={hrefOf} />
      </div>
    </>
  );
}
