import { useTranslation } from "react-i18next";
import { data, useSearchParams } from "react-router";
import { z } from "zod";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { CurrentGrants } from "../components/report/current-grants.tsx";
import { ShareForm } from "../components/report/share-form.tsx";
import { revokeShare } from "../sharing/revoke-share.server.ts";
import { sharePage } from "../sharing/share-page.server.ts";
import { shareReport, shareReportInput } from "../sharing/share-report.server.ts";
import type { Route } from "./+types/report-share";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const search = new URL(request.url).searchParams.get("search")?.trim() ?? "";
  const page = await sharePage(getPlatform(context), actor, params.reportId, search);
  if (!page) throw notFound();
  return page;
}

/** What the page's forms send: a new reader, or the end of one. */
const shareForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("share"), ...shareReportInput.shape }),
  z.object({ intent: z.literal("revoke"), grant: z.string() }),
]);

type Done = {
  done: "shared" | "revoked" | null;
  name: string;
  endsOn: string;
  answer: FormAnswer | undefined;
};

const nothingDone: Done = { done: null, name: "", endsOn: "", answer: undefined };

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, shareForm);
  if (!form.ok) return data({ ...nothingDone, answer: form.answer() }, { status: 400 });
  const { value } = form;
  if (value.intent === "revoke") {
    const outcome = await revokeShare(platform, actor, params.reportId, value.grant);
    if (!outcome.ok) throw notFound();
    return data({ ...nothingDone, done: "revoked" as const });
  }
  const outcome = await shareReport(platform, actor, params.reportId, value);
  if (outcome.ok) {
    const { name } = outcome.value;
    return data({ ...nothingDone, done: "shared" as const, name, endsOn: value.endsOn });
  }
  if (outcome.reason === "unknown") throw notFound();
  return data({ ...nothingDone, answer: form.answer(outcome.problems) }, { status: 400 });
}

export default function ReportShare({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const [params] = useSearchParams();
  return (
    <>
      <PageTitle>{t("share.title")}</PageTitle>
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
          answer={actionData?.answer}
        />
      </div>
    </>
  );
}
