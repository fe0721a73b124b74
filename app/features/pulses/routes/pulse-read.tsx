import { useTranslation } from "react-i18next";
import { mayHavePlan } from "~/features/development/index.ts";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { PulseFrame } from "../components/pulse-frame.tsx";
import { ResultView } from "../components/result-view.tsx";
import { pulseResultPage } from "../pulse/pulse-result-page.server.ts";
import type { Route } from "./+types/pulse-read";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await pulseResultPage(getPlatform(context), actor, pathId(params.pulseId));
  if (!page) throw notFound();
  return { page };
}

/** What a pulse told, for whom it is about. */
export default function PulseRead({ loaderData: { page } }: Route.ComponentProps) {
  const { t } = useTranslation("pulses");
  return (
    <PulseFrame
      title={t("result.title", { count: page.day })}
      lead={page.told ? t("result.lead", { count: page.told.asked }) : undefined}
      isBelow
    >
      <ResultView page={page} />
    </PulseFrame>
  );
}
