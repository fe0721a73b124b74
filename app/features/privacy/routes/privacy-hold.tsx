import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAdmin, requireRecentAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { HoldForms } from "../components/hold-forms.tsx";
import { readHoldPage } from "../holds/hold-page.server.ts";
import { placeHold, placeHoldInput } from "../holds/place-hold.server.ts";
import type { Route } from "./+types/privacy-hold";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const page = await readHoldPage(getPlatform(context), actor);
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAdmin(context, request);
  const form = await readForm(request, placeHoldInput);
  if (!form.ok) return form.refused();
  const placed = await placeHold(getPlatform(context), actor, form.value);
  if (placed.ok) throw redirect("/privacy?said=placed");
  if (placed.reason === "problems") return form.refused(placed.problems);
  throw notFound();
}

/** Keeps somebody, or a round, from being forgotten or erased, with a reason. */
export default function PrivacyHold({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("privacy");
  return (
    <>
      <PageTitle>{t("hold.title")}</PageTitle>
      <PageHeader
        title={t("hold.title")}
        lead={t("hold.lead")}
        breadcrumbs={[{ label: t("place"), href: "/privacy" }]}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <AsidePart title={t("hold.aside.title")}>
            <div className="text-ink-muted">
              <Points points={[t("hold.aside.ties"), t("hold.aside.answers")]} />
            </div>
          </AsidePart>
        }
      >
        <HoldForms rounds={loaderData.rounds} answer={actionData} />
      </WithAside>
    </>
  );
}
