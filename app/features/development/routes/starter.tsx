import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { firstLedOn, todayWhere } from "~/features/people/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import { WithPurpose } from "../components/plan/purpose-aside.tsx";
import { StarterForm } from "../components/plan/starter-form.tsx";
import { mayHavePlan } from "../policy.ts";
import { starterCalled } from "../starters/built-in-starters.server.ts";
import { takeStarter, takeStarterInput, usualBeginning } from "../starters/take-starter.server.ts";
import type { Route } from "./+types/starter";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const platform = getPlatform(context);
  const set = starterCalled(params.set, readerLanguage());
  if (!set) throw notFound();
  const beginsOn = await inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    return set.shape === "timeline" ? usualBeginning(today, await firstLedOn(tx, actor)) : today;
  });
  return { set, beginsOn };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, takeStarterInput);
  if (!form.ok) return form.refused();
  const taken = await takeStarter(getPlatform(context), actor, params.set, form.value);
  if (taken.ok) return redirect("/plan?said=starter");
  if (taken.reason === "problems") return form.refused(taken.problems);
  throw notFound();
}

/** A starter set: what is in it, and the form to take it, or parts of it. */
export default function Starter({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  const { set, beginsOn } = loaderData;
  return (
    <>
      <PageTitle>{set.name}</PageTitle>
      <PageHeader
        title={set.name}
        lead={set.lead}
        breadcrumbs={[
          { label: t("own.title"), href: "/plan" },
          { label: t("starters.title"), href: "/plan/starters" },
        ]}
      />
      <WithPurpose
        help={
          set.note && (
            <AsidePart title={t("starters.note")}>
              <p className="text-ink-muted">{set.note}</p>
            </AsidePart>
          )
        }
      >
        <div className="grid max-w-reading gap-8">
          <StarterForm set={set} beginsOn={beginsOn} answer={actionData} />
        </div>
      </WithPurpose>
    </>
  );
}
