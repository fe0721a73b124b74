import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { type FormAnswer, typedIn } from "~/platform/http/form-answer.ts";
import { localeOf } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { externalInput } from "../../lists/ask-external.server.ts";

export type Colleague = { id: string; name: string; jobTitle: string | null };

type Props = {
  action: string;
  /** As what a colleague can be asked whose address it turns out to be. */
  askable: readonly Relationship[];
  /** The participant looks on: whom they bring does not count towards this minimum. */
  counts: { minimum: number } | null;
  /** No more can be asked from outside. */
  full: boolean;
  answer: FormAnswer | undefined;
  /** Whose address it turned out to be. */
  offer: Colleague | null;
  /** Who declined and is stood in for, with the relationship that their place has. */
  instead: { id: string; name: string } | null;
};

const languages = ["en", "de", "fr", "es", "it", "nl", "pl", "pt"];

/** Asks someone from outside, by name and address. What was typed stays after a refusal. */
export function OutsideForm(props: Props) {
  const { action, askable, counts, full, answer, offer, instead } = props;
  const { t } = useTranslation("nomination");
  const intent = instead ? "replace-external" : "external";
  const form = useFormFields<typeof externalInput>({
    id: "outside",
    draft: { name: `outside:${action}`, endsWhenSent: true },
    intent,
    answer,
    say: ({ code }) => t(`problems.${code}`),
  });
  return (
    <Disclosure summary={t("outside.summary")} open={answer?.intent === intent}>
      <div className="grid gap-5 py-2">
        <p className="max-w-reading text-ink-muted">
          {t("outside.explain")} {counts && t("outside.explainOwn", counts)}
        </p>
        {full && <p className="font-medium">{t("full")}</p>}
        {offer && (
          <ColleagueOffer
            {...{ action, askable, offer, instead }}
            address={typedIn(answer, "address")}
          />
        )}
        <Form {...form.form} action={action} className="grid gap-4">
          <TextField {...form.field("name")} label={t("outside.name")} autoComplete="off" />
          <TextField
            {...form.field("address")}
            type="text"
            inputMode="email"
            label={t("outside.address")}
            autoComplete="off"
          />
          {instead && <input type="hidden" name="rater" value={instead.id} />}
          <Select
            {...form.field("language")}
            label={t("outside.language")}
            optional
            placeholder={t("outside.unknownLanguage")}
            options={languages.map((value) => ({ value, label: languageName(value) }))}
            width="medium"
          />
          <div>
            <Button name="intent" value={intent}>
              {instead ? t("outside.instead", { name: instead.name }) : t("outside.action")}
            </Button>
          </div>
        </Form>
      </div>
    </Disclosure>
  );
}

type OfferProps = Pick<Props, "action" | "askable" | "instead"> & {
  offer: Colleague;
  address: string;
};

function ColleagueOffer({ action, askable, offer, address, instead }: OfferProps) {
  const { t } = useTranslation(["nomination", "feedback-hr"]);
  const name = [offer.name, offer.jobTitle].filter(Boolean).join(", ");
  return (
    <Notice
      title={t("offer.title")}
      action={
        <Form method="post" action={action} className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="person" value={offer.id} />
          {instead ? (
            <input type="hidden" name="rater" value={instead.id} />
          ) : (
            <RelationshipSelect
              id="outside-relationship"
              label={t("nomination.add.as", { ns: "feedback-hr", name: offer.name })}
              askable={askable}
              chosen="other"
            />
          )}
          <Button name="intent" value={instead ? "replace" : "add"}>
            {instead
              ? t("instead.action_for", { name: offer.name })
              : t("offer.action", { name: offer.name })}
          </Button>
        </Form>
      }
    >
      {t("offer.body", { address, name })}
    </Notice>
  );
}

/** How someone works with the participant. */
export function RelationshipSelect(props: {
  id: string;
  label: React.ReactNode;
  askable: readonly Relationship[];
  chosen: string;
}) {
  const { t } = useTranslation("feedback-hr");
  const { id, label, askable, chosen } = props;
  const known = askable.some((each) => each === chosen);
  return (
    <Select
      name="relationship"
      id={id}
      width="medium"
      label={label}
      options={askable.map((value) => ({ value, label: t(`nomination.relationships.${value}`) }))}
      defaultValue={known ? chosen : askable[0]}
    />
  );
}

/** The field of this form that a refusal is about; null when it is about none. */
export function fieldOf(problem: string): "name" | "address" | null {
  if (problem.startsWith("name-")) return "name";
  return ["address", "own-address", "left", "in-directory", "on-list"].includes(problem)
    ? "address"
    : null;
}

function languageName(code: string): string {
  return new Intl.DisplayNames(localeOf(), { type: "language" }).of(code) ?? code;
}
