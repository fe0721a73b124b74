import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { ownAssessments } from "../assessments/own-assessments.server.ts";
import { OwnAssessments } from "../components/assessments/own-list.tsx";
import { mayReadOwnLevels } from "../policy.ts";
import type { Route } from "./+types/own-assessments";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  if (!mayReadOwnLevels(actor)) throw notFound();
  const platform = getPlatform(context);
  return inOrganisation(platform, actor, (tx) => ownAssessments(platform, tx, actor));
}

/** What waits for somebody of assessments, and what they sent. */
export default function OwnAssessmentsPage({ loaderData: own }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  return (
    <>
      <PageTitle>{t("own.title")}</PageTitle>
      <PageHeader
        title={t("own.title")}
        lead={t("own.lead")}
        breadcrumbs={[{ label: t("levels"), href: "/levels" }]}
      />
      {own.length === 0 ? (
        <EmptyState title={t("own.none.title")}>{t("own.none.body")}</EmptyState>
      ) : (
        <OwnAssessments own={own} />
      )}
    </>
  );
}
