import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { Problem } from "~/platform/errors/problem.ts";
import { type FormAnswer, problemsIn, typedIn } from "~/platform/http/form-answer.ts";
import { listed } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { Form } from "~/ui/form.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { editPersonInput } from "../../by-hand/edit-person.server.ts";
import type { PersonFormPage } from "../../by-hand/person-form-page.server.ts";
import type { ChosenField, PersonField } from "../../domain/person.ts";
import { ManagerField } from "./manager-field.tsx";
import { useProblemText } from "./problem-words.ts";
import { LanguageSelect, ZoneSelect } from "./record-selects.tsx";

type Props = {
  page: PersonFormPage;
  /** Of a record that is changed. */
  edited?: {
    id: string;
    revision: number;
    start: Record<string, string | null>;
    hasAddress: boolean;
    /** What they chose themselves. */
    chosen: readonly ChosenField[];
  };
  answer: FormAnswer | undefined;
  action: string;
  cancelHref: string;
};

/** Everything that is known of someone, to be typed by hand. */
export function PersonForm({ page, edited, answer, action, cancelHref }: Props) {
  const { t } = useTranslation(["people-edit", "people"]);
  const sending = useNavigation().state === "submitting";
  const say = useProblemText();
  const form = useFormFields<typeof editPersonInput>({
    id: "person",
    draft: edited
      ? { name: `person:${edited.id}`, seen: "revision", marks: true }
      : { name: "person-new", endsWhenSent: true },
    answer,
    ...(edited ? { start: edited.start } : {}),
    say,
  });
  const text = (field: PersonField) => ({
    ...form.field(field),
    label: t(`people:fields.${field}`),
    width: "full" as const,
  });
  const ownHint = (field: ChosenField, usual: string) =>
    edited?.chosen.includes(field) ? t("chosen.hint") : usual;
  const optional = (field: PersonField) => ({ ...text(field), optional: true });
  return (
    <Form {...form.form} className="grid gap-8">
      <ErrorSummary problems={form.problems} />
      {edited && <input type="hidden" name="revision" value={revisionToSend(edited, answer)} />}
      <Section name="name">
        <TextField {...text("name")} hint={t("hints.name")} />
        <TextField
          {...optional("preferredName")}
          hint={ownHint("preferredName", t("hints.preferredName"))}
        />
        <TextField {...optional("givenName")} />
        <TextField {...optional("familyName")} />
        <TextField
          {...optional("pronunciation")}
          hint={ownHint("pronunciation", t("hints.pronunciation"))}
        />
        <TextField {...optional("pronouns")} hint={ownHint("pronouns", t("hints.pronouns"))} />
      </Section>
      <Section name="reach">
        <TextField
          {...optional("email")}
          type="email"
          className="sm:col-span-2"
          hint={
            edited?.hasAddress ? t("hints.email", { count: page.waitDays }) : t("hints.emailNew")
          }
        />
        <LanguageSelect
          {...optional("language")}
          hint={ownHint("language", t("hints.language"))}
          choices={page.languages}
        />
        <ZoneSelect
          {...optional("timezone")}
          hint={ownHint("timezone", t("hints.timezone"))}
          choices={page.zones}
        />
      </Section>
      <Section name="work">
        <TextField {...optional("jobTitle")} />
        <TextField {...optional("jobLevel")} />
        <ManagerField
          {...form.field("manager")}
          label={t("people:fields.manager")}
          hint={t("hints.manager")}
          width="full"
          className="sm:col-span-2"
          optional
        />
        <TextField {...optional("department")} list="departments" />
        <TextField {...optional("division")} />
        <TextField {...optional("location")} />
        <TextField {...optional("country")} list="countries" />
        <Suggestions id="departments" values={page.departments} />
        <Suggestions id="countries" values={page.countries} />
      </Section>
      <Section name="employment" hint={t("hints.employment")}>
        <TextField {...optional("employeeId")} />
        <TextField {...optional("employmentType")} />
        <TextField {...optional("startDate")} type="date" />
        <TextField {...optional("endDate")} type="date" hint={t("hints.endDate")} />
      </Section>
      {edited && edited.chosen.length > 0 && (
        <CheckboxGroup
          {...form.boxes("overrule")}
          legend={t("chosen.legend")}
          hint={t("chosen.lead", {
            fields: listed(edited.chosen.map((field) => t(`people:fields.${field}`))),
          })}
          choices={[{ value: "yes", label: t("chosen.overrule") }]}
        />
      )}
      <SaveBar draft={form.draft}>
        <Button variant="primary" busy={sending}>
          {action}
        </Button>
        <ButtonLink href={cancelHref}>{t("cancel")}</ButtonLink>
      </SaveBar>
    </Form>
  );
}

function Section({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  const { t } = useTranslation("people-edit");
  return (
    <FieldSet
      id={`section-${name}`}
      legend={t(`sections.${name}`)}
      legendSize="large"
      hint={hint}
      className="gap-3"
    >
      <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2">{children}</div>
    </FieldSet>
  );
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

/**
 * The revision that a form knows: the one it was opened with, also after it was refused, until it has been told what
 * somebody else changed.
 */
function revisionToSend({ revision }: { revision: number }, answer: FormAnswer | undefined) {
  const stale = problemsIn(answer).find(({ code }: Problem) => code === "stale");
  return stale?.values?.revision ?? (typedIn(answer, "revision") || revision);
}
