import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import {
  DraftForm,
  EditorHead,
  RemoveForm,
  useProblemText,
} from "../components/editor/draft-form.tsx";
import { idOfOwn } from "../editing/draft.ts";
import { keptDraft } from "../editing/draft-reads.server.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { freshKey } from "../editing/fresh-key.ts";
import { draftHref, placeInDraft } from "../editing/hrefs.ts";
import { lineOrNone } from "../editing/typed.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/draft-page";

async function asked({
  context,
  request,
  params,
}: Pick<Route.LoaderArgs, "context" | "request" | "params">) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const key = new URL(request.url).searchParams.get("page");
  const kept = await inOrganisation(getPlatform(context), actor, (tx) =>
    keptDraft(tx, actor, params.questionnaire),
  );
  const page = kept?.draft.sections.find((each) => each.key === key) ?? null;
  if (!kept || (key !== null && !page)) throw notFound();
  return { actor, kept, page };
}

export async function loader(args: Route.LoaderArgs) {
  const { kept, page } = await asked(args);
  return {
    key: args.params.questionnaire,
    name: kept.draft.name,
    revision: kept.revision,
    page: page?.key ?? null,
    holds: kept.draft.items.filter(({ section }) => section === page?.key).length,
    start: { title: page?.title ?? "", intro: page?.intro ?? "" },
  };
}

export const shouldRevalidate = () => true;

const revision = z.int();
const pageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    revision,
    title: lineOrNone(80),
    intro: lineOrNone(200),
  }),
  z.object({ intent: z.literal("remove"), revision }),
]);

export async function action(args: Route.ActionArgs) {
  const { actor, kept, page } = await asked(args);
  const { questionnaire } = args.params;
  const form = await readForm(args.request, pageForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const target = { id: idOfOwn(questionnaire) ?? "", revision: value.revision };
  const platform = getPlatform(args.context);
  if (value.intent === "remove") {
    const edit = { kind: "remove-page", key: page?.key ?? "" } as const;
    const outcome = await editQuestionnaire(platform, actor, target, edit);
    if (outcome.ok) return redirect(draftHref(questionnaire));
    if (outcome.reason === "problems") return form.refused(outcome.problems);
    throw notFound();
  }
  const taken = new Set(kept.draft.sections.map((each) => each.key));
  const key = page?.key ?? freshKey(value.title, "page", taken);
  const words = { key, title: value.title || null, intro: value.intro || null };
  const edit = { kind: "put-page", page: words } as const;
  const outcome = await editQuestionnaire(platform, actor, target, edit);
  if (outcome.ok) return redirect(placeInDraft(questionnaire, key));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** A page of a draft: what it is called, and what stands under that. */
export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { key, name, revision, page, holds, start } = loaderData;
  const say = useProblemText();
  const form = useFormFields<typeof pageForm>({ id: "page", answer: actionData, start, say });
  return (
    <>
      <EditorHead draft={key} name={name} title={t(page === null ? "page.add" : "page.change")} />
      <DraftForm form={form} revision={revision} back={draftHref(key)}>
        <TextField
          {...form.field("title")}
          optional
          label={t("page.title")}
          hint={t("page.titleHint")}
          autoComplete="off"
        />
        <TextArea {...form.field("intro")} optional rows={2} label={t("page.intro")} />
      </DraftForm>
      {page !== null && holds === 0 && (
        <RemoveForm
          summary={t("page.remove")}
          body={t("page.removeBody")}
          action={t("page.removeAction")}
          revision={revision}
        />
      )}
    </>
  );
}
