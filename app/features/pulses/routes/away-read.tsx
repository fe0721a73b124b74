import { useTranslation } from "react-i18next";
import { mayHavePlan } from "~/features/development/index.ts";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { awayResultPage } from "../away/away-result-page.server.ts";
import { AwayFrame } from "../components/away/away-frame.tsx";
import { AwayResultView } from "../components/away/away-result-view.tsx";
import type { Route } from "./+types/away-read";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await awayResultPage(getPlatform(context), actor, pathId(params.awayId));
  if (!page) throw notFound();
  return { page, isAsked: new URL(request.url).searchParams.get("said") === "asked" };
}

/** What one said oneself of an absence, and beside it what one's team says. */
export default function AwayRead({ loaderData: { page, isAsked } }: Route.ComponentProps) {
  const { t } = useTranslation("away");
  const days = { from: writtenDate(page.firstDay), to: writtenDate(page.lastDay) };
  return (
    <AwayFrame title={t("result.title")} lead={t("result.lead", days)} isBelow>
      <AwayResultView page={page} isAsked={isAsked} />
    </AwayFrame>
  );
}
