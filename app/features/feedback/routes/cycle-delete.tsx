import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { deleteDraft, deleteDraftInput, requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { cyclePath, wordsIn } from "../components/hr/notices.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { type DraftFound, draftFound } from "../setup/draft-found.server.ts";
import type { Route } from "./+types/cycle-delete";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const found = await draftFound(getPlatform(context), actor, cycleId);
  if (!found) throw notFound();
  if (found.state !== "draft") throw redirect(cyclePath(cycleId));
  return { found, ...wordsIn(new URL(request.url).searchParams) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const input = await readPress(request, deleteDraftInput);
  const outcome = await deleteDraft(getPlatform(context), actor, cycleId, input);
  // Pressed twice, it is gone already.
  if (outcome.ok || outcome.reason === "unknown") return redirect("/cycles?said=deleted");
  return leadToCycle(cycleId, outcome.reason, ({ refused }) =>
    refused === "changed"
      ? `/cycles/${cycleId}/delete?refused=changed`
      : cyclePath(cycleId, { refused }),
  );
}

/** Asks once, and names what goes. */
export default function DeleteCycle({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["cycle-over", "feedback-hr"]);
  const { found, refused } = loaderData;
  const sending = useNavigation().state === "submitting";
  const title = t("delete.title", { cycle: found.name });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb", { ns: "feedback-hr" }), href: "/cycles" },
          { label: found.name, href: stepPath(found.id, "details") },
        ]}
        title={title}
        lead={t("delete.lead")}
      />
      <CycleNotice refused={refused} />
      <div className="grid max-w-reading gap-6">
        <Panel title={t("delete.goes")}>
          <Points points={useWhatGoes(found)} />
          <p className="text-ink-muted">{t("delete.stays")}</p>
        </Panel>
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="revision" value={found.revision} />
          <Button variant="danger" wide busy={sending}>
            {t("delete.action")}
          </Button>
          <ButtonLink href={stepPath(found.id, "details")} wide>
            {t("delete.cancel")}
          </ButtonLink>
        </Form>
      </div>
    </>
  );
}

function useWhatGoes({ participants, requests, letters, file }: DraftFound): string[] {
  const { t } = useTranslation("cycle-over");
  return [
    t("delete.points.settings"),
    t("delete.points.participants", { count: participants }),
    ...(requests > 0 ? [t("delete.points.requests", { count: requests })] : []),
    ...(letters > 0 ? [t("delete.points.letters", { count: letters })] : []),
    ...(file ? [t("delete.points.file")] : []),
  ];
}
