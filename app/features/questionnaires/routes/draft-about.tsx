import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { DraftForm, EditorHead, useProblemText } from "../components/editor/draft-form.tsx";
import { idOfOwn } from "../editing/draft.ts";
import { keptDraft } from "../editing/draft-reads.server.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { draftHref } from "../editing/hrefs.ts";
import { line } from "../editing/typed.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/draft-about";

export async function loader({ context, request, params: { questionnaire } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const kept = await inOrganisation(getPlatform(context), actor, (tx) =>
    keptDraft(tx, actor, questionnaire),
  );
  if (!kept) throw notFound();
  const { name, description, minutes, about, cantSay } = kept.draft;
  return {
    ...{ key: questionnaire, revision: kept.revision, name },
    start: { name, description, minutes: String(minutes), about, cantSay: cantSay.label },
  };
}

export const shouldRevalidate = () => true;

const aboutForm = z.object({
  revision: z.int(),
  name: line(80),
  description: line(400),
  about: z.enum(["person", "nobody"]),
  minutes: z.int().min(1).max(60),
  cantSay: line(40),
});

export async function action({ context, request, params: { questionnaire } }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const form = await readForm(request, aboutForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { revision, cantSay, ...about } = form.value;
  const target = { id: idOfOwn(questionnaire) ?? "", revision };
  const outcome = await editQuestionnaire(getPlatform(context), actor, target, {
    ...{ kind: "about", ...about },
    cantSay: { label: cantSay },
  });
  if (outcome.ok) return redirect(draftHref(questionnaire));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** What a questionnaire is called, what it is for and whom it asks about. */
export default function DraftAbout({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { key, name, revision, start } = loaderData;
  const say = useProblemText();
  const form = useFormFields<typeof aboutForm>({ id: "about", answer: actionData, start, say });
  return (
    <>
      <EditorHead draft={key} name={name} title={t("about.change")} />
      <DraftForm form={form} revision={revision} back={draftHref(key)}>
        <TextField {...form.field("name")} label={t("name")} autoComplete="off" />
        <TextArea
          {...form.field("description")}
          rows={3}
          label={t("about.description")}
          hint={t("about.descriptionHint")}
        />
        <RadioGroup
          {...form.field("about")}
          legend={t("about.whom")}
          choices={(["person", "nobody"] as const).map((value) => ({
            value,
            label: t(`about.${value}`),
            hint: t(`about.hints.${value}`),
          }))}
        />
        <TextField
          {...form.field("minutes")}
          type="number"
          inputMode="numeric"
          min={1}
          max={60}
          width="short"
          label={t("about.minutes")}
        />
        <TextField
          {...form.field("cantSay")}
          label={t("about.cantSay")}
          hint={t("about.cantSayHint")}
        />
      </DraftForm>
    </>
  );
}
