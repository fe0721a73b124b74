import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import { builtInHref } from "../own/hrefs.ts";
import { mayReadFrameworks } from "../policy.ts";
import { builtInReading } from "../reading/built-in-reading.server.ts";
import type { Route } from "./+types/built-in-framework";

export function loader({ context, request }: Route.LoaderArgs) {
  requireAble(context, request, mayReadFrameworks);
  const reading = builtInReading(new URL(request.url).searchParams);
  if (!reading) throw notFound();
  const { framework, profiles, profile } = reading;
  const { name, description, version, hats, competencies } = framework;
  const under = (hat: string | null) =>
    competencies
      .filter((competency) => competency.hat === hat)
      .map(({ key, name, core }) => ({ key, name, core }));
  return {
    ...{ name, description, version, profiles, profile },
    parts: [
      ...hats.map((hat) => ({ ...hat, competencies: under(hat.key) })),
      { key: "above", name: null, description: null, competencies: under(null) },
    ],
  };
}

/** The framework that comes with the product: its hats and competencies, for everybody or as a profile reads it. */
export default function BuiltInFramework({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { name, description, version, parts, profiles, profile } = loaderData;
  const chosen = profiles.find(({ key }) => key === profile);
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        title={name}
        lead={t("own.builtIn.lead", { version })}
        breadcrumbs={[{ label: t("own.title"), href: "/frameworks" }]}
      />
      <div className="grid max-w-reading gap-8">
        <p>{description}</p>
        <Tabs
          label={t("own.builtIn.readAs")}
          tabs={[
            { label: t("own.builtIn.everybody"), href: builtInHref(), current: !chosen },
            ...profiles.map((each) => ({
              ...{ label: each.name, href: builtInHref(undefined, each.key) },
              current: each.key === profile,
            })),
          ]}
        />
        {chosen && <p>{chosen.description}</p>}
        {parts
          .filter(({ competencies }) => competencies.length > 0)
          .map((part) => (
            <section key={part.key} className="grid gap-3" aria-labelledby={part.key}>
              <h2 id={part.key} className="font-serif text-2xl">
                {part.name ?? t("own.builtIn.above")}
              </h2>
              {part.description !== null && <p className="text-ink-muted">{part.description}</p>}
              <ul className="divide-y divide-line">
                {part.competencies.map((competency) => (
                  <li key={competency.key} className="grid gap-0.5 py-2">
                    <Link href={builtInHref(competency.key, profile)}>{competency.name}</Link>
                    <p className="text-sm text-ink-muted">{competency.core}</p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  );
}
