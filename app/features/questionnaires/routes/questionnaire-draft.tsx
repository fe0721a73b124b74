import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { WithAside } from "~/ui/with-aside.tsx";
import { DraftAside } from "../components/editor/draft-aside.tsx";
import { PublishDraft } from "../components/editor/publish-draft.tsx";
import { QuestionList } from "../components/editor/question-list.tsx";
import { discardQuestionnaire } from "../editing/discard-questionnaire.server.ts";
import { idOfOwn } from "../editing/draft.ts";
import { draftPage } from "../editing/draft-page.server.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { draftHref, placeInDraft, questionnaireHref } from "../editing/hrefs.ts";
import { publishQuestionnaire } from "../editing/publish-questionnaire.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/questionnaire-draft";

export async function loader({ context, request, params: { questionnaire } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    draftPage(tx, actor, questionnaire),
  );
  if (!page) throw notFound();
  return page;
}

/** What was saved meanwhile is shown beside the refusal. */
export const shouldRevalidate = () => true;

const revision = z.int();
const draftForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["up", "down"]),
    revision,
    what: z.enum(["page", "item"]),
    thing: z.string().max(60),
  }),
  z.object({
    intent: z.enum(["add-language", "remove-language"]),
    revision,
    language: z.string().max(20),
  }),
  z.object({ intent: z.enum(["publish", "discard"]), revision }),
]);

export async function action({ context, request, params: { questionnaire } }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const platform = getPlatform(context);
  const form = await readForm(request, draftForm, { hidden: ["revision", "thing", "what"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const target = { id: idOfOwn(questionnaire) ?? "", revision: value.revision };
  switch (value.intent) {
    case "publish": {
      const outcome = await publishQuestionnaire(platform, actor, target);
      if (outcome.ok) return redirect(`${questionnaireHref(questionnaire)}?said=published`);
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
    case "discard": {
      const outcome = await discardQuestionnaire(platform, actor, target);
      if (outcome.ok) return redirect("/questionnaires?said=discarded");
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
    case "add-language":
    case "remove-language": {
      const { intent: kind, language } = value;
      const outcome = await editQuestionnaire(platform, actor, target, { kind, language });
      if (outcome.ok)
        return redirect(
          kind === "add-language"
            ? draftHref(questionnaire, "words", { language })
            : draftHref(questionnaire),
        );
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
    default: {
      const kind = value.what === "page" ? "move-page" : "move-item";
      const by = value.intent === "up" ? -1 : 1;
      const edit = { kind, key: value.thing, by } as const;
      const outcome = await editQuestionnaire(platform, actor, target, edit);
      if (outcome.ok) return redirect(placeInDraft(questionnaire, value.thing));
      if (outcome.reason === "problems") return form.refused(outcome.problems);
      throw notFound();
    }
  }
}

/** The draft of a questionnaire: its pages and items, what is still wrong, and what publishing it does. */
export default function QuestionnaireDraft({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { key, name, basedOn, pages, count, problems, brought } = loaderData;
  const form = useFormFields<typeof draftForm>({
    id: "draft",
    answer: actionData,
    say: ({ code, values }) => t(`problems.${code}`, { ...values }),
  });
  const wrong = new Set(
    problems.flatMap(({ place }) => (place.part === "item" ? [place.key] : [])),
  );
  return (
    <>
      <PageTitle>{t("draft.of", { name })}</PageTitle>
      <PageHeader
        title={t("draft.of", { name })}
        lead={basedOn === null ? t("draft.first") : t("draft.next", { version: basedOn + 1 })}
        breadcrumbs={[
          { label: t("title"), href: "/questionnaires" },
          ...(basedOn === null ? [] : [{ label: name, href: questionnaireHref(key) }]),
        ]}
        action={<ButtonLink href={draftHref(key, "import")}>{t("import.short")}</ButtonLink>}
      />
      <WithAside label={t("draft.beside")} aside={<DraftAside page={loaderData} />}>
        <div className="grid grid-cols-1 gap-10">
          <ErrorSummary problems={form.problems} />
          {brought && (
            <Notice
              title={t("import.waits", { file: brought.file })}
              action={
                <ButtonLink href={draftHref(key, "import")}>{t("import.toReview")}</ButtonLink>
              }
            >
              {t("import.waitsHow", { count: brought.items })}
            </Notice>
          )}
          {count > 0 && (
            <p>
              <Link href="#publish">
                {problems.length === 0
                  ? t("publish.ready")
                  : t("publish.open", { count: problems.length })}
              </Link>
            </p>
          )}
          {count === 0 && (
            <EmptyState
              title={t("draft.empty")}
              action={
                <ButtonLink
                  variant="primary"
                  href={draftHref(key, "item", { page: pages[0]?.key })}
                  icon={<PlusIcon />}
                >
                  {t("item.add")}
                </ButtonLink>
              }
            >
              {t("draft.emptyHow")}
            </EmptyState>
          )}
          <QuestionList pages={pages} edit={{ key, revision: loaderData.revision, wrong }} />
          <ButtonLink className="w-fit" href={draftHref(key, "page")} icon={<PlusIcon />}>
            {t("page.add")}
          </ButtonLink>
          <div id="publish" className="scroll-mt-24">
            <PublishDraft page={loaderData} />
          </div>
        </div>
      </WithAside>
    </>
  );
}
