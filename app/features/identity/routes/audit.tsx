import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { auditParameters, readAuditQuery } from "../audit/audit-query.ts";
import { auditedContext } from "../audit/audited-context.server.ts";
import { checkAuditNow } from "../audit/check-audit.server.ts";
import { readAuditPage } from "../audit/read-audit.server.ts";
import { AuditFilter } from "../components/audit/audit-filter.tsx";
import { AuditSeal } from "../components/audit/audit-seal.tsx";
import { AuditTable } from "../components/audit/audit-table.tsx";
import { requireAdmin } from "../context.server.ts";
import type { Route } from "./+types/audit";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const query = readAuditQuery(new URL(request.url).searchParams);
  const page = await readAuditPage(getPlatform(context), context.get(auditedContext), actor, query);
  if (!page) throw notFound();
  return { ...page, query };
}

/** Follows the whole chain once, and leads back to where that was asked. */
export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const checked = await checkAuditNow(getPlatform(context), actor);
  if (!checked.ok) throw notFound();
  const parameters = auditParameters(readAuditQuery(new URL(request.url).searchParams));
  throw redirect(`/access/audit?${parameters}`);
}

/** What was done in the organisation, and whether anybody changed what says so. */
export default function Audit({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("audit");
  const { t: anyText } = useTranslation();
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("crumb"), href: "/access" }]}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <>
            <AsidePart title={t("aside.title")}>
              <div className="text-ink-muted">
                <Points points={[t("aside.names"), t("aside.day"), t("aside.never")]} />
              </div>
            </AsidePart>
            <Disclosure summary={t("aside.hidden")}>
              <div className="text-ink-muted">
                <Points points={loaderData.hidden.map((word) => anyText(word))} />
              </div>
            </Disclosure>
          </>
        }
      >
        <div className="grid grid-cols-1 gap-6">
          <AuditSeal check={loaderData.check} query={loaderData.query} />
          <AuditFilter query={loaderData.query} choices={loaderData.choices} />
        </div>
      </WithAside>
      <div className="mt-8 grid grid-cols-1 gap-4">
        <AuditTable page={loaderData} query={loaderData.query} />
      </div>
    </>
  );
}
