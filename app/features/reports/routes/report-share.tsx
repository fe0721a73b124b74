import { useTranslation } from "react-i18next";
import { data, useSearchParams } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { CurrentGrants } from "../components/report/current-grants.tsx";
import { ShareForm } from "../components/report/share-form.tsx";
import { revokeShare } from "../sharing/revoke-share.server.ts";
import { sharePage } from "../sharing/share-page.server.ts";
import { shareReport } from "../sharing/share-report.server.ts";
import type { Route } from "./+types/report-share";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const search = new URL(request.url).searchParams.get("search")?.trim() ?? "";
  const page = await sharePage(getPlatform(context), actor, params.reportId, search);
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const platform = getPlatform(context);
  const form = await request.formData();
  if (form.get("intent") === "revoke") {
    const grant = String(form.get("grant") ?? "");
    const outcome = await revokeShare(platform, actor, params.reportId, grant);
    if (!outcome.ok) throw notFound();
    return data({ done: "revoked" as const, name: "", endsOn: "", typed: null, problems: [] });
  }
  const typed = {
    personId: String(form.get("person") ?? ""),
    reader: String(form.get("reader") ?? ""),
    sections: form.getAll("section").map(String),
    endsOn: String(form.get("endsOn") ?? ""),
  };
  const outcome = await shareReport(platform, actor, params.reportId, typed);
  if (outcome.ok) {
    const { name } = outcome.value;
    return data({ done: "shared" as const, name, endsOn: typed.endsOn, typed: null, problems: [] });
  }
  if (outcome.reason === "unknown") throw notFound();
  const { problems } = outcome;
  return data({ done: null, name: "", endsOn: "", typed, problems }, { status: 400 });
}

export default function ReportShare({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const [params] = useSearchParams();
  return (
    <>
      <title>{t("share.title")}</title>
      <PageHeader title={t("share.title")} lead={t("share.lead")} />
      <p className="-mt-4 mb-6">
        <Link href={`/reports/${loaderData.reportId}`}>{t("share.back")}</Link>
      </p>
      <div className="grid gap-8">
        {actionData?.done === "shared" && (
          <Notice tone="success">
            {t("share.saved", { name: actionData.name, date: writtenDate(actionData.endsOn) })}
          </Notice>
        )}
        {actionData?.done === "revoked" && <Notice tone="success">{t("share.revoked")}</Notice>}
        <CurrentGrants page={loaderData} />
        <ShareForm
          key={actionData?.done ?? "open"}
          page={loaderData}
          search={params.get("search") ?? ""}
          typed={actionData?.typed ?? null}
          problems={actionData?.problems ?? []}
        />
      </div>
    </>
  );
}
