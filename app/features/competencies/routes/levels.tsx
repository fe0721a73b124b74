import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { letAsk, letAskInput } from "../asking/let-ask.server.ts";
import { EvidenceList } from "../components/evidence-list.tsx";
import { LevelRows } from "../components/level-rows.tsx";
import { LevelsAside } from "../components/levels-aside.tsx";
import { levelsPage } from "../levels/levels-page.server.ts";
import type { Route } from "./+types/levels";

export async function loader({ context, request, params: { personId } }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = new URL(request.url).searchParams;
  const page = await levelsPage(getPlatform(context), actor, personId, query.get("framework"));
  if (!page) throw notFound();
  return { ...page, said: query.get("said") };
}

export async function action({ context, request, params: { personId } }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  if (actor.personId !== personId) throw notFound();
  const press = await readPress(request, letAskInput);
  const outcome = await letAsk(getPlatform(context), actor, press);
  if (!outcome.ok) throw notFound();
  const query = new URLSearchParams({ framework: press.framework, said: outcome.value.intent });
  return redirect(`/levels/${personId}?${query}`);
}

const SAID = ["recorded", "withdrawn", "let-ask", "stop-asking"] as const;

/** What is known of somebody's levels, and everything it rests on. */
export default function Levels({ loaderData: page }: Route.ComponentProps) {
  const { t } = useTranslation("competencies");
  const { person, framework, levels, retired, notAssessed } = page;
  const title = person.isOwn ? t("levels.ownTitle") : t("levels.title", { name: person.name });
  const said = SAID.find((each) => each === page.said);
  const record = `/levels/${person.id}/record?${new URLSearchParams({ framework: framework.framework })}`;
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={t(person.isOwn ? "levels.ownLead" : "levels.lead")}
        action={
          page.mayRecord.length > 0 && (
            <ButtonLink href={record} variant="primary">
              {t(person.isOwn ? "levels.say" : "levels.record")}
            </ButtonLink>
          )
        }
      />
      <WithAside
        label={t("levels.beside")}
        aside={<LevelsAside {...{ notAssessed, isOwn: person.isOwn }} />}
      >
        <div className="grid gap-8">
          {said && <Notice tone="success">{t(`levels.said.${said}`)}</Notice>}
          {page.frameworks.length > 1 && (
            <Tabs
              label={t("levels.frameworks")}
              tabs={page.frameworks.map((each) => ({
                label: each.name,
                href: `/levels/${person.id}?framework=${encodeURIComponent(each.framework)}`,
                current: each.framework === framework.framework,
              }))}
            />
          )}
          {levels.length === 0 ? (
            <EmptyState title={t("levels.empty.title")}>
              {t(person.isOwn ? "levels.empty.own" : "levels.empty.body")}
            </EmptyState>
          ) : (
            <LevelRows
              {...{ person, rows: levels, scale: framework.levels, framework: framework.framework }}
            />
          )}
          {retired.length > 0 && (
            <section aria-labelledby="retired" className="grid gap-3">
              <h2 id="retired" className="font-serif text-xl font-semibold">
                {t("levels.retired")}
              </h2>
              <p className="max-w-reading text-ink-muted">{t("levels.retiredNote")}</p>
              <EvidenceList personId={person.id} evidence={retired} scale={[]} />
            </section>
          )}
        </div>
      </WithAside>
    </>
  );
}
