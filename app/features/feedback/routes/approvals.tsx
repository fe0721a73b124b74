import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { ListsThatWait } from "../components/nomination/lists-that-wait.tsx";
import { approvalsPage } from "../nomination/approvals-page.server.ts";
import type { Route } from "./+types/approvals";

export function loader({ context, request }: Route.LoaderArgs) {
  return approvalsPage(getPlatform(context), requireActor(context, request));
}

/** Other people's lists of raters: those to agree to, and those a manager makes. */
export default function Approvals({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["nomination", "feedback-hr"]);
  const { toApprove, toNominate } = loaderData;
  return (
    <>
      <PageTitle>{t("approvals.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("nomination.home", { ns: "feedback-hr" }), href: "/home" }]}
        title={t("approvals.title")}
        lead={t("approvals.lead")}
      />
      <div className="grid max-w-224 gap-8">
        {toApprove.length + toNominate.length === 0 && (
          <EmptyState title={t("approvals.empty.title")}>{t("approvals.empty.body")}</EmptyState>
        )}
        {toApprove.length > 0 && (
          <ListsThatWait title={t("approvals.toApprove")} tasks={toApprove} action="look" />
        )}
        {toNominate.length > 0 && (
          <ListsThatWait title={t("approvals.toNominate")} tasks={toNominate} action="choose" />
        )}
      </div>
    </>
  );
}
