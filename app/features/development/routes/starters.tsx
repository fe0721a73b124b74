import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { WithPurpose } from "../components/plan/purpose-aside.tsx";
import { mayHavePlan } from "../policy.ts";
import { builtInStarters } from "../starters/built-in-starters.server.ts";
import type { Route } from "./+types/starters";

export function loader({ context, request }: Route.LoaderArgs) {
  requireAble(context, request, mayHavePlan);
  const { sets } = builtInStarters(readerLanguage());
  return sets.map(({ key, name, lead, parts }) => ({
    ...{ key, name, lead, parts: parts.map(({ title }) => title) },
  }));
}

/** Sets to begin a plan with. */
export default function Starters({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  return (
    <>
      <PageTitle>{t("starters.title")}</PageTitle>
      <PageHeader
        title={t("starters.title")}
        lead={t("starters.lead")}
        breadcrumbs={[{ label: t("own.title"), href: "/plan" }]}
      />
      <WithPurpose>
        <div className="grid max-w-reading gap-6">
          {loaderData.map(({ key, name, lead, parts }) => (
            <Panel key={key} title={name} lead={lead}>
              <ul className="grid list-disc gap-1 ps-5 marker:text-ink-faint">
                {parts.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
              <ButtonLink href={`/plan/starters/${key}`} className="justify-self-start self-start">
                {t("starters.look")}
                <span className="sr-only">: {name}</span>
              </ButtonLink>
            </Panel>
          ))}
        </div>
      </WithPurpose>
    </>
  );
}
