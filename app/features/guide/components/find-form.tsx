import { useTranslation } from "react-i18next";
import { LONGEST_SEARCH } from "~/platform/search/words-found.ts";
import { Button } from "~/ui/button.tsx";
import { Select, type SelectOption } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { Choices } from "../domain/choices.ts";
import { HATS } from "../domain/situation.ts";

type Props = {
  action: string;
  /** The language that the address asks for. */
  said: string | null;
  choices: Choices;
  competencies: readonly { key: string; name: string; behaviours: readonly SelectOption[] }[];
};

/** A sentence, a hat, a competency or behaviour. The page's script answers it; without one, it is sent. */
export function FindForm({ action, said, choices, competencies }: Props) {
  const { q, hat, topic } = choices;
  const { t } = useTranslation("guide");
  return (
    <search>
      <form method="get" action={action} className="grid gap-4" data-find>
        {said !== null && <input type="hidden" name="lang" value={said} />}
        <TextField
          type="search"
          name="q"
          label={t("q")}
          hint={t("qHint")}
          defaultValue={q}
          maxLength={LONGEST_SEARCH}
          autoComplete="off"
          width="full"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="hat"
            label={t("hat")}
            defaultValue={hat}
            options={[
              { value: "", label: t("bothHats") },
              ...HATS.map((each) => ({ value: each, label: t(`hats.${each}`) })),
            ]}
          />
          <Select
            name="topic"
            label={t("topic")}
            defaultValue={topic}
            options={[
              { value: "", label: t("anyTopic") },
              ...competencies.map(({ key, name, behaviours }) => ({
                label: name,
                options: [{ value: key, label: t("allOf", { name }) }, ...behaviours],
              })),
            ]}
          />
        </div>
        <p>
          <Button variant="primary">{t("find")}</Button>
        </p>
      </form>
    </search>
  );
}
