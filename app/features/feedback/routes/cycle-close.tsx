import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { MINUTES_TO_RECONSIDER } from "~/features/rounds/domain/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { closeCycle, closeCycleInput } from "../closing/close-cycle.server.ts";
import { cyclePath } from "../components/hr/notices.ts";
import { closingCounts, cycleHead } from "../running/running-page.server.ts";
import type { Route } from "./+types/cycle-close";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const head = await cycleHead(platform, actor, cycleId);
  if (!head) throw notFound();
  const { cycle, facts, overdue } = head;
  if (cycle.state !== "collecting") throw redirect(cyclePath(cycleId));
  return {
    cycle,
    revision: facts.revision,
    overdue,
    ...(await closingCounts(platform, actor, cycleId)),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const { revision } = await readPress(request, closeCycleInput);
  const outcome = await closeCycle(getPlatform(context), actor, cycleId, {
    minutesToReconsider: MINUTES_TO_RECONSIDER,
    revision,
  });
  if (outcome.ok) return redirect(cyclePath(cycleId, { said: "closing" }));
  return leadToCycle(cycleId, outcome.reason);
}

/** Asks once, and says what will be lost. */
export default function CloseCycle({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  const { cycle, revision, overdue, reports, asked, answered } = loaderData;
  const closing = useNavigation().state === "submitting";
  const points = [
    t("close.points.counted", { count: answered }),
    ...(asked > answered ? [t("close.points.drafts", { count: asked - answered })] : []),
    t("close.points.reports", { count: reports }),
    t("close.points.severed"),
    t("closingPoint", { ns: "cycle-running", count: MINUTES_TO_RECONSIDER }),
  ];
  return (
    <>
      <PageTitle>{t("close.title", { cycle: cycle.name })}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb"), href: "/cycles" },
          { label: cycle.name, href: cyclePath(cycle.id) },
        ]}
        title={t("close.title", { cycle: cycle.name })}
        lead={t("close.lead", { answered: whole(answered), asked: whole(asked) })}
      />
      <div className="grid max-w-reading gap-6">
        {!overdue && cycle.closesOn && (
          <Notice>{t("close.early", { date: writtenDate(cycle.closesOn) })}</Notice>
        )}
        {answered === 0 && <Notice tone="danger">{t("close.none")}</Notice>}
        <Panel title={t("close.happens")}>
          <Points points={points} />
        </Panel>
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="revision" value={revision} />
          <Button variant="danger" wide busy={closing}>
            {t("close.action")}
          </Button>
          <ButtonLink href={cyclePath(cycle.id)} wide>
            {t("close.cancel")}
          </ButtonLink>
        </Form>
      </div>
    </>
  );
}
