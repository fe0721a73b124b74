import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin, requireRecentAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { HoldList } from "../components/hold-list.tsx";
import { KindPanel } from "../components/kind-panel.tsx";
import { WAIT_DAYS } from "../domain/period.ts";
import { endHold, endHoldInput } from "../holds/end-hold.server.ts";
import { mayWriteInformation } from "../policy.ts";
import { keptContext } from "../retention/kept-context.server.ts";
import { readRetentionPage } from "../retention/retention-page.server.ts";
import { setPeriod, setPeriodInput } from "../retention/set-period.server.ts";
import type { Route } from "./+types/privacy";

const SAID = ["saved", "placed", "ended"] as const;

const privacyForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("period"), ...setPeriodInput.shape }),
  z.object({ intent: z.literal("end"), ...endHoldInput.shape }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const kept = await context.get(keptContext)();
  const page = await readRetentionPage(getPlatform(context), kept, actor);
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get("said");
  return {
    ...page,
    writes: mayWriteInformation(actor),
    said: SAID.find((each) => each === said) ?? null,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAdmin(context, request);
  const form = await readForm(request, privacyForm, { hidden: ["kind", "hold"] });
  if (!form.ok) return form.refused();
  const platform = getPlatform(context);
  if (form.value.intent === "period") {
    const kept = await context.get(keptContext)();
    const chosen = await setPeriod(platform, kept, actor, form.value);
    if (chosen.ok) throw redirect("/privacy?said=saved");
    if (chosen.reason === "problems") return form.refused(chosen.problems);
    throw notFound();
  }
  const ended = await endHold(platform, actor, form.value);
  if (ended.ok) throw redirect("/privacy?said=ended");
  if (ended.reason === "not-allowed") throw notFound();
  return form.refused([{ code: ended.reason }]);
}

/** How long everything is kept, what goes when, and what may not go for now. */
export default function Privacy({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("privacy");
  const { t: anyText } = useTranslation();
  const { kinds, fixed, holds, writes, said } = loaderData;
  const problems = problemsIn(actionData).map(({ field, code }) => ({
    message: t([`problems.${field}.${code}`, `problems.${code}`]),
  }));
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={writes && <ButtonLink href="/privacy/information">{t("told")}</ButtonLink>}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <AsidePart title={t("aside.title")}>
            <div className="text-ink-muted">
              <Points
                points={[
                  t("aside.choose"),
                  t("aside.wait", { days: WAIT_DAYS }),
                  t("aside.never"),
                  t("aside.backups"),
                ]}
              />
            </div>
          </AsidePart>
        }
      >
        <div className="grid grid-cols-1 gap-6">
          <ErrorSummary problems={problems} />
          {said && !actionData && <Notice tone="success">{t(`said.${said}`)}</Notice>}
          <h2 className="text-xl font-semibold">{t("kinds.title")}</h2>
          {kinds.map((kind) => (
            <KindPanel key={kind.name} kind={kind} />
          ))}
          <HoldList holds={holds} />
          <Panel title={t("fixed.title")} lead={t("fixed.lead")}>
            <Points points={fixed.map(({ words, values }) => anyText(words, { ...values }))} />
          </Panel>
        </div>
      </WithAside>
    </>
  );
}
