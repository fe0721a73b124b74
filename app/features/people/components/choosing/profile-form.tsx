import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { Problem } from "~/platform/errors/problem.ts";
import { type FormAnswer, problemsIn, typedIn } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { OwnProfile } from "../../choosing/own-profile.server.ts";
import type { choiceInput } from "../../domain/choosing/choice-input.ts";
import type { ChosenField } from "../../domain/person.ts";
import { useChoiceText } from "../by-hand/change-words.ts";
import { LanguageSelect, ZoneSelect } from "../by-hand/record-selects.tsx";

/** How somebody is called, spoken of and written to, to be said by themselves. */
export function ProfileForm({
  profile,
  answer,
}: {
  profile: OwnProfile;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation(["profile", "people"]);
  const inWords = useChoiceText();
  const sending = useNavigation().formData?.get("intent") === "choose";
  const { start, zones, languages } = profile;
  const form = useFormFields<typeof choiceInput>({
    ...{ id: "profile", intent: "choose", answer, start },
    draft: { name: `profile:${profile.personId}`, seen: "revision", marks: true },
    say: ({ field, code, values = {} }) => {
      const now = typeof values.now === "string" && field ? inWords(field, values.now) : "";
      return t(`problems.${code}`, {
        ...values,
        ...{ field: field ? t(`people:fields.${field}`) : "", now },
      });
    },
  });
  const text = (field: ChosenField) => ({
    ...form.field(field),
    label: t(`people:fields.${field}`),
    hint: t(`form.hints.${field}`),
    width: "full" as const,
  });
  const listed = (field: "language" | "timezone") => ({
    ...text(field),
    placeholder: t("form.none"),
  });
  return (
    <Panel title={t("form.title")}>
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="intent" value="choose" />
        <input type="hidden" name="revision" value={revisionToSend(profile, answer)} />
        <TextField {...text("preferredName")} autoComplete="nickname" optional />
        <TextField {...text("pronunciation")} optional />
        <TextField {...text("pronouns")} optional />
        <LanguageSelect {...listed("language")} choices={languages} />
        <ZoneSelect {...listed("timezone")} choices={zones} />
        <SaveBar draft={form.draft}>
          <Button variant="primary" busy={sending}>
            {t("form.action")}
          </Button>
        </SaveBar>
      </Form>
    </Panel>
  );
}

/** The one the form was opened with, also after it was refused, until it was told what somebody else changed. */
function revisionToSend({ revision }: OwnProfile, answer: FormAnswer | undefined) {
  const stale = problemsIn(answer).find(({ code }: Problem) => code === "stale");
  return stale?.values?.revision ?? (typedIn(answer, "revision") || revision);
}
