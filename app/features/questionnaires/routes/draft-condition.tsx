import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { Select } from "~/ui/select.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import {
  DraftForm,
  EditorHead,
  RemoveForm,
  useProblemText,
} from "../components/editor/draft-form.tsx";
import { conditionPage } from "../editing/condition-page.server.ts";
import { idOfOwn } from "../editing/draft.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { draftHref } from "../editing/hrefs.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/draft-condition";

async function asked({
  context,
  request,
  params,
}: Pick<Route.LoaderArgs, "context" | "request" | "params">) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const query = new URL(request.url).searchParams;
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    conditionPage(tx, actor, params.questionnaire, {
      item: query.get("item"),
      on: query.get("on"),
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
const conditionForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    revision,
    is: z.array(z.coerce.number().int()).min(1, "missing").max(20),
  }),
  z.object({ intent: z.literal("remove"), revision }),
]);

export async function action(args: Route.ActionArgs) {
  const { actor, page } = await asked(args);
  const { questionnaire } = args.params;
  const form = await readForm(args.request, conditionForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  if (value.intent === "save" && !page.on) throw notFound();
  const known = new Set(page.on?.answers.map((each) => each.value));
  if (value.intent === "save" && !value.is.every((each) => known.has(each)))
    return form.refused([{ field: "is", code: "unknown" }]);
  const when = value.intent === "save" && page.on ? { item: page.on.key, is: value.is } : null;
  const target = { id: idOfOwn(questionnaire) ?? "", revision: value.revision };
  const edit = { kind: "put-when", key: page.item.key, when } as const;
  const outcome = await editQuestionnaire(getPlatform(args.context), actor, target, edit);
  if (outcome.ok) return redirect(draftHref(questionnaire, "item", { item: page.item.key }));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** When an item is asked: first on which item further up it depends, then on which answers to it. */
export default function DraftCondition({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { key, name, revision, item, offered, on, chosen, some } = loaderData;
  const back = draftHref(key, "item", { item: item.key });
  const say = useProblemText();
  const form = useFormFields<typeof conditionForm>({
    id: "condition",
    answer: actionData,
    start: { is: chosen },
    say,
  });
  return (
    <>
      <EditorHead draft={key} name={name} title={t("condition.title")} lead={item.self} />
      <div className="grid max-w-reading grid-cols-1 gap-8">
        {offered.length === 0 ? (
          <p>{t("condition.none")}</p>
        ) : (
          <form method="get" className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="item" value={item.key} />
            <Select
              key={on?.key ?? ""}
              name="on"
              label={t("condition.on")}
              defaultValue={on?.key}
              options={offered.map(({ key: value, self }) => ({ value, label: self }))}
            />
            <Button>{t("condition.choose")}</Button>
          </form>
        )}
        {on && (
          <DraftForm key={on.key} form={form} revision={revision} back={back}>
            <CheckboxGroup
              {...form.boxes("is")}
              legend={t("condition.answers", { question: on.self })}
              hint={t("condition.answersHint")}
              choices={on.answers.map(({ value, label }) => ({ value: String(value), label }))}
            />
          </DraftForm>
        )}
      </div>
      {some && (
        <RemoveForm
          summary={t("condition.remove")}
          body={t("condition.removeBody")}
          action={t("condition.removeAction")}
          revision={revision}
        />
      )}
    </>
  );
}
