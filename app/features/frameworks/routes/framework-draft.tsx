import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { AboutForm } from "../components/about-form.tsx";
import { DraftCompetencies } from "../components/draft-competencies.tsx";
import { DraftGroups } from "../components/draft-groups.tsx";
import { FileReadingNotice } from "../components/file-reading.tsx";
import { PublishPanel } from "../components/publish-panel.tsx";
import { isOfEsco } from "../domain/exchange/place-in-pillar.ts";
import { groupsInOrder, shownCompetencies } from "../domain/own/shown-competencies.ts";
import { askedPage } from "../own/asked.ts";
import { discardOwnDraft } from "../own/discard-own-draft.server.ts";
import { editOwnDraft } from "../own/edit-own-draft.server.ts";
import { ownDraft } from "../own/own-framework-reads.server.ts";
import { publishOwnFramework } from "../own/publish-own-framework.server.ts";
import { changesByName } from "../own/publishing-page.server.ts";
import { aboutDraftInput, saveAboutDraft } from "../own/save-about-draft.server.ts";
import type { Route } from "./+types/framework-draft";

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const query = new URL(request.url).searchParams;
  const found = await inOrganisation(getPlatform(context), actor, async (tx) => {
    const draft = await ownDraft(tx, actor, frameworkId);
    return draft && { draft, changes: await changesByName(tx, actor, frameworkId, draft) };
  });
  if (!found) throw notFound();
  const { definition, revision, basedOn, reading } = found.draft;
  const { name, description, levels, source } = definition;
  const words = query.get("q") ?? "";
  return {
    ...{ id: frameworkId, revision, basedOn, reading, name, words },
    about: {
      ...{ name, description, levels: levels.map((level) => level.name).join("\n") },
      sourceUri: source.uri ?? "",
      licence: source.licence ?? "",
    },
    groups: groupsInOrder(definition),
    isOfEsco: isOfEsco(definition),
    list: shownCompetencies(definition, { words, page: askedPage(query) }),
    total: definition.competencies.length,
    changes: found.changes,
  };
}

const revision = z.int();
const draftForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("about"), revision, ...aboutDraftInput.shape }),
  z.object({ intent: z.enum(["up", "down"]), revision, competency: z.string() }),
  z.object({ intent: z.enum(["publish", "discard"]), revision }),
]);

export async function action({ context, request, params: { frameworkId } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, draftForm, { hidden: ["revision", "competency"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const target = { id: frameworkId, revision: value.revision };
  switch (value.intent) {
    case "about": {
      const outcome = await saveAboutDraft(platform, actor, target, value);
      if (outcome.ok) return redirect(`/frameworks/${frameworkId}/draft`);
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
    case "publish": {
      const outcome = await publishOwnFramework(platform, actor, target);
      if (outcome.ok) return redirect(`/frameworks/${frameworkId}?said=published`);
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
    case "discard": {
      const outcome = await discardOwnDraft(platform, actor, target);
      if (outcome.ok) return redirect("/frameworks?said=discarded");
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
    default: {
      const by = value.intent === "up" ? -1 : 1;
      const edit = { kind: "move", what: "competency", id: value.competency, by } as const;
      const outcome = await editOwnDraft(platform, actor, target, edit);
      if (outcome.ok) return redirect(new URL(request.url).pathname + new URL(request.url).search);
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
  }
}

/** The draft of a framework: what it is about, its groups and competencies, and what publishing it would do. */
export default function FrameworkDraft({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, name, reading, basedOn, list, words, groups, total } = loaderData;
  const form = useFormFields<typeof draftForm>({
    id: "about",
    answer: actionData,
    start: loaderData.about,
    say: ({ code, values }) => t(`own.problems.${code}`, { ...values }),
  });
  return (
    <>
      <PageTitle>{t("own.draftTitle", { name })}</PageTitle>
      <PageHeader
        title={t("own.draftTitle", { name })}
        lead={basedOn === null ? t("own.firstDraft") : t("own.nextDraft", { version: basedOn + 1 })}
        breadcrumbs={[
          { label: t("own.title"), href: "/frameworks" },
          ...(basedOn === null ? [] : [{ label: name, href: `/frameworks/${id}` }]),
        ]}
      />
      <div className="grid gap-10">
        <ErrorSummary problems={form.problems} />
        {reading && <FileReadingNotice reading={reading} />}
        <AboutForm form={form} revision={loaderData.revision} />
        <DraftGroups id={id} groups={groups} isOfEsco={loaderData.isOfEsco} />
        <section className="grid max-w-reading gap-4" aria-labelledby="competencies">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="competencies" className="font-serif text-2xl">
              {t("own.found", { count: list.found })}
            </h2>
            <ButtonLink href={`/frameworks/${id}/draft/competency`} icon={<PlusIcon />}>
              {t("own.competency.add")}
            </ButtonLink>
          </div>
          {total > 10 && <SearchField label={t("own.search")} defaultValue={words} />}
          <DraftCompetencies id={id} revision={loaderData.revision} shown={list.shown} />
          <Pagination
            page={list.page}
            pages={list.pages}
            href={(page) =>
              `?${new URLSearchParams({ ...(words && { q: words }), page: String(page) })}`
            }
          />
        </section>
        <PublishPanel {...loaderData} />
      </div>
    </>
  );
}
