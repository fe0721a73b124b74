import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import {
  accessLettersContext,
  directoryContext,
  requireAble,
  requireRecentAble,
} from "~/features/identity/index.server.ts";
import { mayDecideAccess } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { LONGEST_SEARCH } from "~/platform/search/words-found.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { UnitsForm } from "../components/units/units-form.tsx";
import { giveUnits, giveUnitsInput, whoseUnits } from "../units/give-units.server.ts";
import { readUnitsPage } from "../units/units-page.server.ts";
import type { Route } from "./+types/access-units";

const asked = z.object({
  ...whoseUnits,
  q: z.string().trim().max(LONGEST_SEARCH).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayDecideAccess);
  const wanted = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!wanted.success) throw notFound();
  const { q: search, office, ...rest } = wanted.data;
  const page = await readUnitsPage(getPlatform(context), actor, { search, ...rest });
  if (!page) throw notFound();
  return { page, office };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAble(context, request, mayDecideAccess);
  const hidden = ["person", "membership", "office", "seen", "shown", "unit"] as const;
  const form = await readForm(request, giveUnitsInput, { hidden });
  if (!form.ok) return form.refused();
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const letters = context.get(accessLettersContext).appointment;
  const outcome = await giveUnits(parts, actor, form.value, letters);
  if (outcome.ok)
    throw redirect(outcome.value.self ? "/home" : `/access?said=${outcome.value.said}`);
  if (outcome.reason === "not-allowed") throw notFound();
  return form.refused([{ code: outcome.reason }]);
}

/** A refusal may mean that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

/** To which units an office is limited: ticked and searched for, also where there are thousands. */
export default function AccessUnits({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("units");
  const { page, office } = loaderData;
  const problems = problemsIn(actionData).map(({ code }) => ({ message: t(`problems.${code}`) }));
  const title = t(`title.${office}`, { name: page.who.name });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={t(`lead.${office}`, { name: page.who.name })}
        breadcrumbs={[{ label: t("crumb"), href: "/access" }]}
      />
      <div className="grid grid-cols-1 gap-6">
        <ErrorSummary problems={problems} />
        <UnitsForm page={page} office={office} />
      </div>
    </>
  );
}
