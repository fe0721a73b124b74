import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { mayHavePlan } from "~/features/development/index.ts";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PulseFrame } from "../components/pulse-frame.tsx";
import { PulseView } from "../components/pulse-view.tsx";
import { askPulse, askPulseInput } from "../pulse/ask-pulse.server.ts";
import { pulsePage } from "../pulse/pulse-page.server.ts";
import type { Route } from "./+types/pulse";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const { searchParams } = new URL(request.url);
  return {
    page: await pulsePage(getPlatform(context), actor),
    isAsked: searchParams.get("said") === "asked",
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, askPulseInput, { hidden: ["report"] });
  if (!form.ok) return form.refused();
  const asked = await askPulse(getPlatform(context), actor, form.value);
  if (asked.ok) return redirect("/plan/pulse?said=asked");
  if (asked.reason === "problems") return form.refused(asked.problems);
  if (asked.reason === "not-allowed") throw notFound();
  return form.refused([{ code: asked.reason }]);
}

/** Asking those who were asked once more, and what came of it. */
export default function Pulse({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pulses");
  const { page, isAsked } = loaderData;
  return (
    <PulseFrame title={t("title")} lead={t("lead")}>
      {page ? (
        <PulseView page={page} isAsked={isAsked} answer={actionData} />
      ) : (
        <EmptyState
          title={t("none.title")}
          action={<ButtonLink href="/plan">{t("none.back")}</ButtonLink>}
        >
          <p>{t("none.body")}</p>
        </EmptyState>
      )}
    </PulseFrame>
  );
}
