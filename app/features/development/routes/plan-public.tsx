import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { PublicAreas } from "../components/plan/public-areas.tsx";
import { WithPublicPurpose } from "../components/plan/public-purpose.tsx";
import { publishPage } from "../plan/public-plans.server.ts";
import { publishInput, publishPlan } from "../plan/publish-plan.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/plan-public";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await publishPage(getPlatform(context), actor);
  if (!page) throw notFound();
  return { ...page, said: new URL(request.url).searchParams.get("said") };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const press = await readPress(request, publishInput);
  const done = await publishPlan(getPlatform(context), actor, press);
  if (!done.ok) throw notFound();
  return redirect(`/plan/public?said=${press.step}`);
}

const SAID = ["show", "take-back"] as const;

/** What everybody would read of somebody's plan, and the choice whether they do. */
export default function PlanPublic({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("public-plans");
  const { publishedOn, mayPublish, name, areas, said } = loaderData;
  const told = SAID.find((each) => each === said);
  const date = publishedOn === null ? "" : writtenDate(publishedOn);
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("plan:own.title"), href: "/plan" }]}
      />
      <WithPublicPurpose>
        <div className="grid gap-10">
          {told && <Notice tone="success">{t(`said.${told}`)}</Notice>}
          <section aria-labelledby="shows" className="grid gap-4">
            <h2 id="shows" className="font-serif text-xl font-semibold">
              {t("shows.title")}
            </h2>
            <Points points={[t("shows.yes"), t("shows.no"), t("shows.changes")]} />
            <p className="max-w-reading font-semibold">
              {publishedOn === null
                ? t("state.not")
                : t(mayPublish ? "state.since" : "state.paused", { date })}
            </p>
            <Form method="post" className="print:hidden">
              {publishedOn === null ? (
                <Button variant="primary" name="step" value="show">
                  {t("publish")}
                </Button>
              ) : (
                <Button name="step" value="take-back">
                  {t("takeBack")}
                </Button>
              )}
            </Form>
          </section>
          <section aria-labelledby="preview" className="grid gap-4">
            <h2 id="preview" className="font-serif text-xl font-semibold">
              {t("preview")}
            </h2>
            {areas.length === 0 && <p className="text-ink-muted">{t("empty")}</p>}
            <PublicAreas areas={areas} name={name} />
          </section>
        </div>
      </WithPublicPurpose>
    </>
  );
}
