import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { BuiltInBehaviours } from "../components/built-in-behaviours.tsx";
import { builtInHref } from "../own/hrefs.ts";
import { levelNames } from "../own/usual-levels.ts";
import { mayReadFrameworks } from "../policy.ts";
import { builtInReading } from "../reading/built-in-reading.server.ts";
import type { Route } from "./+types/built-in-competency";

export function loader({ context, request, params }: Route.LoaderArgs) {
  requireAble(context, request, mayReadFrameworks);
  const reading = builtInReading(new URL(request.url).searchParams);
  const competency = reading?.framework.competencies.find(({ key }) => key === params.competency);
  if (!reading || !competency) throw notFound();
  const { framework, profiles, profile } = reading;
  return {
    framework: framework.name,
    hat: framework.hats.find(({ key }) => key === competency.hat)?.name ?? null,
    profile: profiles.find(({ key }) => key === profile) ?? null,
    competency,
  };
}

/** A competency of the framework that comes with the product: its levels, behaviours and what helps with them. */
export default function BuiltInCompetency({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { framework, hat, profile, competency } = loaderData;
  const names = levelNames(t);
  return (
    <>
      <PageTitle>{competency.name}</PageTitle>
      <PageHeader
        title={competency.name}
        lead={competency.core}
        eyebrow={hat ?? t("own.builtIn.above")}
        breadcrumbs={[
          { label: t("own.title"), href: "/frameworks" },
          {
            label: profile ? `${framework}: ${profile.name}` : framework,
            href: builtInHref(undefined, profile?.key),
          },
        ]}
      />
      <div className="grid max-w-reading gap-10">
        <p>{competency.description}</p>
        <section className="grid gap-3" aria-labelledby="levels">
          <h2 id="levels" className="font-serif text-2xl">
            {t("own.builtIn.levels")}
          </h2>
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(8rem,auto)_1fr]">
            {competency.levels.map(({ level, anchor }) => (
              <div key={level} className="grid gap-0.5 sm:contents">
                <dt className="font-medium">
                  {t("own.levelCalled", { level, name: names[level - 1] })}
                </dt>
                <dd>{anchor}</dd>
              </div>
            ))}
          </dl>
        </section>
        <BuiltInBehaviours behaviours={competency.behaviours} />
        {(["doMore", "doLess", "questions"] as const).map((part) => (
          <section key={part} className="grid gap-3" aria-labelledby={part}>
            <h2 id={part} className="font-serif text-2xl">
              {t(`own.builtIn.${part}`)}
            </h2>
            <Points points={competency[part]} />
          </section>
        ))}
      </div>
    </>
  );
}
