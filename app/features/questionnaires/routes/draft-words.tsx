import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Pagination } from "~/ui/pagination.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import {
  DraftForm,
  EditorHead,
  RemoveForm,
  useProblemText,
} from "../components/editor/draft-form.tsx";
import { useLanguageNames } from "../components/editor/use-language-names.ts";
import { WordFields } from "../components/editor/word-fields.tsx";
import { idOfOwn } from "../editing/draft.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { draftHref } from "../editing/hrefs.ts";
import { readWords } from "../editing/read-words.ts";
import { wordsPage } from "../editing/words-page.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/draft-words";

async function asked({
  context,
  request,
  params,
}: Pick<Route.LoaderArgs, "context" | "request" | "params">) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const query = new URL(request.url).searchParams;
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    wordsPage(tx, actor, params.questionnaire, {
      language: query.get("language") ?? "",
      page: query.get("page") ?? "1",
      item: query.get("item"),
    }),
  );
  if (!page) throw notFound();
  return { actor, page };
}

export async function loader(args: Route.LoaderArgs) {
  return (await asked(args)).page;
}

export const shouldRevalidate = () => true;

const revision = z.int();
const wordsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    revision,
    words: z.record(z.string(), z.string().max(10_000)).default({}),
  }),
  z.object({ intent: z.literal("remove"), revision }),
]);

export async function action(args: Route.ActionArgs) {
  const { actor, page } = await asked(args);
  const { questionnaire } = args.params;
  const { language } = page;
  const form = await readForm(args.request, wordsForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const target = { id: idOfOwn(questionnaire) ?? "", revision: value.revision };
  const platform = getPlatform(args.context);
  if (value.intent === "remove") {
    const outcome = await editQuestionnaire(platform, actor, target, {
      kind: "remove-language",
      language,
    });
    if (outcome.ok) return redirect(draftHref(questionnaire));
    if (outcome.reason === "problems") return form.refused(outcome.problems);
    throw notFound();
  }
  const read = readWords(page.words, value.words);
  if (!read.ok) return form.refused(read.problems);
  const { words } = read;
  const edit = { kind: "put-words", language, words } as const;
  const outcome = await editQuestionnaire(platform, actor, target, edit);
  const isLast = page.page === page.pages;
  const next = draftHref(questionnaire, "words", { language, page: page.page + 1 });
  if (outcome.ok) return redirect(isLast ? draftHref(questionnaire) : next);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** The words of a draft beside those of one other language. */
export default function DraftWords({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const nameOf = useLanguageNames();
  const { key, name, revision, language, words, page, pages, missing, total } = loaderData;
  const say = useProblemText();
  const form = useFormFields<typeof wordsForm>({
    id: "words",
    answer: actionData,
    start: { words: loaderData.start },
    say,
  });
  const to = (number: number) => draftHref(key, "words", { language, page: number });
  return (
    <>
      <EditorHead
        draft={key}
        name={name}
        title={t("words.title", { language: nameOf(language) })}
        lead={t("languages.done", { done: total - missing, count: total })}
      />
      {/* Another page is another form: nothing of this one stands in it. */}
      <DraftForm key={page} form={form} revision={revision} back={draftHref(key)}>
        <WordFields form={form} words={words} original={loaderData.original} language={language} />
      </DraftForm>
      <div className="mt-6">
        <Pagination page={page} pages={pages} href={to} />
      </div>
      <RemoveForm
        summary={t("words.remove", { language: nameOf(language) })}
        body={t("words.removeBody")}
        action={t("words.removeAction")}
        revision={revision}
      />
    </>
  );
}
