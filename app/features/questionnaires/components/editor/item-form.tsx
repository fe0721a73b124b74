import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { eitherOf } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { draftHref, placeInDraft } from "../../editing/hrefs.ts";
import type { ItemPage } from "../../editing/item-page.server.ts";
import { DraftForm, useProblemText } from "./draft-form.tsx";
import type { ItemSchema } from "./item-fields.ts";
import { KindFields } from "./kind-fields.tsx";
import { NAME_PLACEHOLDER } from "./name-placeholder.ts";

type Props = { page: ItemPage; answer: FormAnswer | undefined };

/** What an item says to whom, what it measures, what its kind asks for, and when it is asked. */
export function ItemForm({ page, answer }: Props) {
  const { t } = useTranslation("questionnaires");
  const { key, item, about, start } = page;
  const say = useProblemText();
  const form = useFormFields<ItemSchema>({ id: "item", answer, start, say });
  const back = item ? placeInDraft(key, item.key) : draftHref(key);
  const person = about === "person";
  return (
    <DraftForm form={form} revision={page.revision} back={back}>
      <TextArea
        {...form.field("self")}
        rows={2}
        label={t(person ? "item.self" : "item.words")}
        hint={t(`item.selfHints.${person ? "person" : "nobody"}`)}
      />
      {person && (
        <TextArea
          {...form.field("other")}
          optional
          rows={2}
          label={t("item.other")}
          hint={t("nameHint", { placeholder: NAME_PLACEHOLDER })}
        />
      )}
      <KindFields page={page} form={form} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2">
        <Select
          {...form.field("measures")}
          label={t("item.measures")}
          hint={t("item.measuresHint")}
          options={[
            { value: "", label: t("item.measuresNothing") },
            ...page.measures.map(({ hat, name, choices }) => ({
              label: hat === null ? name : `${hat}: ${name}`,
              options: choices.map(({ value, name: label }) => ({ value, label })),
            })),
          ]}
        />
        <Select
          {...form.field("page")}
          label={t("item.page")}
          options={page.pages.map(({ key: value, title }) => ({
            value,
            label: title ?? t("page.untitled"),
          }))}
        />
      </div>
      {item && <When page={page} item={item} />}
    </DraftForm>
  );
}

function When({ page, item }: { page: ItemPage; item: NonNullable<ItemPage["item"]> }) {
  const { t } = useTranslation("questionnaires");
  const { asked, when } = item;
  return (
    <div className="grid gap-1">
      <p className="font-medium">{t("condition.title")}</p>
      <p className="text-ink-muted" dir="auto">
        {asked
          ? t("item.askedIf", {
              question: asked.question,
              answers: eitherOf(asked.answers.map((words) => t("item.quoted", { words }))),
            })
          : when === null
            ? t("condition.always")
            : t("condition.lost")}
      </p>
      <p>
        <Link href={draftHref(page.key, "condition", { item: item.key })}>
          {t("condition.change")}
        </Link>
      </p>
    </div>
  );
}
