import { useTranslation } from "react-i18next";
import { data, Form, redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { DetailsFields } from "../components/hr/details-fields.tsx";
import { createCycle } from "../setup/create-cycle.server.ts";
import { instrumentsToChoose } from "../setup/setup-page.server.ts";
import type { Route } from "./+types/cycle-new";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  return { instruments: await instrumentsToChoose(getPlatform(context), actor) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const form = await request.formData();
  const name = String(form.get("name") ?? "");
  const instrumentId = String(form.get("instrument") ?? "");
  const kind = String(form.get("kind") ?? "360");
  const outcome = await createCycle(getPlatform(context), actor, {
    name,
    kind,
    instrumentId,
  });
  if (outcome.ok) return redirect(`/cycles/${outcome.value.id}/setup/participants`);
  if (outcome.reason === "not-allowed") throw notFound();
  return data({ problem: outcome.reason, name, kind, instrumentId }, { status: 400 });
}

export default function NewCycle({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { instruments } = loaderData;
  const problem = actionData?.problem ?? null;
  return (
    <>
      <title>{t("newCycle.title")}</title>
      <PageHeader
        breadcrumbs={[{ label: t("cycles.title"), href: "/cycles" }]}
        title={t("newCycle.title")}
        lead={tSetup("new.lead")}
      />
      <Form method="post" noValidate className="grid max-w-reading gap-6">
        <ErrorSummary
          problems={
            problem
              ? [
                  {
                    field: problem,
                    message:
                      problem === "kind"
                        ? tSetup("kind.problem")
                        : t(`details.problems.${problem}`),
                  },
                ]
              : []
          }
        />
        <DetailsFields
          instruments={instruments}
          name={actionData?.name ?? ""}
          kind={actionData?.kind ?? "360"}
          instrumentId={actionData?.instrumentId || instruments[0]?.id}
          problem={problem}
        />
        <Button variant="primary" className="w-fit">
          {t("newCycle.action")}
        </Button>
      </Form>
    </>
  );
}
