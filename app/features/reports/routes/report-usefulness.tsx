import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { UsefulnessForm } from "../components/usefulness-form.tsx";
import { rateUsefulness, rateUsefulnessInput } from "../report/rate-usefulness.server.ts";
import { ownUsefulness } from "../report/usefulness-reads.server.ts";
import type { Route } from "./+types/report-usefulness";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const platform = getPlatform(context);
  const reportId = pathId(params.reportId);
  const own = await inOrganisation(platform, actor, (tx) =>
    ownUsefulness(tx, actor, platform.secret),
  );
  const found = own.find((each) => each.reportId === reportId);
  if (!found) throw notFound();
  return found;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const reportId = pathId(params.reportId);
  const rated = await readPress(request, rateUsefulnessInput);
  const outcome = await rateUsefulness(getPlatform(context), actor, reportId, rated);
  if (outcome.ok) return redirect(`/reports/${reportId}/usefulness`);
  throw notFound();
}

/** How useful a cycle was, said by whom it was about. */
export default function ReportUsefulness({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("usefulness");
  const { reportId, cycleName } = loaderData;
  return (
    <>
      <PageTitle>{t("page")}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("shell:frame.home"), href: "/home" },
          { label: cycleName, href: `/reports/${reportId}` },
        ]}
        title={t("page")}
      />
      <div className="max-w-224">
        <UsefulnessForm {...loaderData} />
      </div>
    </>
  );
}
