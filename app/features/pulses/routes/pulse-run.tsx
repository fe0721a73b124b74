import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { pauseRound, requireRunner, resumeRound } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { askedKinds } from "../asking/asked-kind.ts";
import { callOffAskedInput } from "../asking/call-off-asked.server.ts";
import { runPath } from "../asking/run-path.ts";
import { callOffAway } from "../away/call-off-away.server.ts";
import { closeAway } from "../away/close-away.server.ts";
import { PulseBadge } from "../components/pulse-badge.tsx";
import { PulseWays } from "../components/pulse-ways.tsx";
import { callOffPulse } from "../pulse/call-off-pulse.server.ts";
import { closePulse } from "../pulse/close-pulse.server.ts";
import { pulseRunPage } from "../pulse/run-page.server.ts";
import { callOffSuggestions } from "../suggestions/call-off-suggestions.server.ts";
import { closeSuggestions } from "../suggestions/close-suggestions.server.ts";
import type { Route } from "./+types/pulse-run";

const press = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("pause") }),
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("close") }),
  callOffAskedInput.extend({ intent: z.literal("call-off") }),
]);
const ways = {
  pulse: { close: closePulse, callOff: callOffPulse },
  suggestion: { close: closeSuggestions, callOff: callOffSuggestions },
  away: { close: closeAway, callOff: callOffAway },
};
const SAID = ["pause", "resume", "close", "call-off"] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const id = pathId(params.roundId);
  const actor = await requireRunner(context, request, id, ...askedKinds);
  const page = await pulseRunPage(getPlatform(context), actor, id);
  if (!page) throw notFound();
  const query = new URL(request.url).searchParams;
  const said = SAID.find((each) => each === query.get("said")) ?? null;
  return { page, said, isLate: query.has("late") };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const id = pathId(params.roundId);
  const actor = await requireRunner(context, request, id, ...askedKinds);
  const form = await readForm(request, press, { hidden: ["intent"] });
  if (!form.ok) return form.refused();
  const platform = getPlatform(context);
  const { value } = form;
  const page = await pulseRunPage(platform, actor, id);
  if (!page) throw notFound();
  const { close, callOff } = ways[page.kind];
  const acts = {
    pause: () => pauseRound(platform, actor, id),
    resume: () => resumeRound(platform, actor, id),
    close: () => close(platform, actor, id),
    "call-off": () =>
      callOff(platform, actor, id, { reason: "reason" in value ? value.reason : "" }),
  };
  const done = await acts[value.intent]();
  if (done.ok) return redirect(`${runPath(id)}?said=${value.intent}`);
  if (done.reason === "unknown" || done.reason === "not-allowed") throw notFound();
  return redirect(`${runPath(id)}?late=1`);
}

/** One pulse or round of suggestions, for whoever runs rounds: that it runs, how many answered, and how to stop it. */
export default function PulseRun({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pulses");
  const { page, said, isLate } = loaderData;
  const { name, kind: context, state, asked, done, closesOn, calledOffReason } = page;
  const date = closesOn === null ? "" : writtenDate(closesOn);
  const running = state === "collecting";
  const lead = running
    ? t("run.running", { context, asked, done, date })
    : state === "called-off"
      ? t("run.calledOff", { reason: calledOffReason })
      : t("run.over", { context });
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        title={<bdi>{name}</bdi>}
        status={<PulseBadge pulse={page} />}
        lead={lead}
        breadcrumbs={[{ label: t("place"), href: "/pulses" }]}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <AsidePart title={t("run.whatYouSee")}>
            <p className="text-ink-muted">{t("run.private")}</p>
          </AsidePart>
        }
      >
        <div className="grid max-w-reading gap-8">
          {said && <Notice tone="success">{t(`run.said.${said}`, { context })}</Notice>}
          {isLate && <Notice tone="danger">{t("run.late")}</Notice>}
          {running && <PulseWays pulse={page} answer={actionData} />}
        </div>
      </WithAside>
    </>
  );
}
