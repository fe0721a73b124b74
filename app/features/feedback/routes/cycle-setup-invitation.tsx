import { useTranslation } from "react-i18next";
import { data, Form, redirect, useOutletContext } from "react-router";
import { notFound, requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { LetterChoice, letterPath } from "../components/hr/letter-choice.tsx";
import { LetterPreview, MistakeNotice, PlaceholderList } from "../components/hr/letter-preview.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { isLetterKind } from "../domain/letter-text.ts";
import { editLetter } from "../letters/edit-letter.server.ts";
import { lettersPage } from "../letters/letters-page.server.ts";
import type { Route } from "./+types/cycle-setup-invitation";
import { pathId } from "./path-id.ts";
import { setupRefusal } from "./setup-refusal.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const wanted = new URL(request.url).searchParams;
  const page = await lettersPage(getPlatform(context), actor, pathId(params.cycleId), {
    kind: wanted.get("letter"),
    language: wanted.get("language"),
  });
  if (!page) throw notFound();
  return page;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const kind = form.get("letter");
  if (!isLetterKind(kind)) throw notFound();
  const language = text("language");
  const typed = { subject: text("subject"), body: text("body") };
  const intent = form.get("intent");
  const wording = intent === "usual" ? null : typed;
  const outcome = await editLetter(getPlatform(context), actor, cycleId, {
    kind,
    language,
    wording,
  });
  if (outcome.ok) {
    const onward = stepPath(cycleId, "review");
    return redirect(intent === "continue" ? onward : letterPath(cycleId, kind, language));
  }
  if (outcome.reason === "language") throw notFound();
  if (outcome.reason !== "fields") throw setupRefusal(outcome.reason, cycleId);
  return data({ problems: outcome.problems, typed, kind, language }, { status: 400 });
}

/** The letters of a cycle: one at a time, in one language, beside what its reader will see. */
export default function SetupLetters({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("letters");
  const { cycle } = useOutletContext<SetupFacts>();
  const { kind, language, wording, preview } = loaderData;
  // What could not be saved belongs to the letter it was typed for.
  const refused =
    actionData?.kind === kind && actionData.language === language ? actionData : undefined;
  const problems = (refused?.problems ?? []).map(({ field, problem }) => ({
    field,
    message: t(`problems.${field}.${problem}`),
  }));
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <StepSection step="invitation" cycle={cycle.name} lead={t("lead")}>
      <LetterChoice page={loaderData} />
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <Form
          method="post"
          action={letterPath(cycle.id, kind, language)}
          noValidate
          // Put back, the fields say so.
          key={`${kind} ${language} ${loaderData.changed}`}
          className="grid max-w-reading content-start gap-6"
        >
          <ErrorSummary problems={problems} />
          <MistakeNotice names={loaderData.mistakes} />
          <p className="text-ink-muted">{t(`when.${kind}`)}</p>
          <input type="hidden" name="letter" value={kind} />
          <input type="hidden" name="language" value={language} />
          <TextField
            name="subject"
            label={t("subject")}
            width="full"
            error={errorOf("subject")}
            defaultValue={refused?.typed.subject ?? wording.subject}
          />
          <TextArea
            name="body"
            label={t("body")}
            hint={t(kind === "closing" ? "bodyHintPlain" : "bodyHint")}
            rows={12}
            error={errorOf("body")}
            defaultValue={refused?.typed.body ?? wording.body}
          />
          <PlaceholderList names={loaderData.placeholders} />
          <StepFooter step="invitation" cycleId={cycle.id}>
            <Button variant="primary" name="intent" value="continue">
              {t("continue")}
            </Button>
            <Button name="intent" value="preview">
              {t("saveAndPreview")}
            </Button>
            {loaderData.changed && loaderData.usual && (
              <Button variant="quiet" name="intent" value="usual">
                {t("usual")}
              </Button>
            )}
          </StepFooter>
        </Form>
        <LetterPreview preview={preview} />
      </div>
    </StepSection>
  );
}
