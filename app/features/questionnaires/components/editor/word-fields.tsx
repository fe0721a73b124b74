import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { ShownWord } from "../../editing/words-page.server.ts";
import { useLanguageNames } from "./use-language-names.ts";

type Form = Pick<FormFields<z.ZodType<unknown, { words: Record<string, string> }>>, "field">;

type Props = {
  form: Form;
  words: readonly ShownWord[];
  original: string;
  language: string;
};

/** From so many letters on a text has several lines. */
const SEVERAL_LINES = 60;

/** A column for the original and one for the other language; on a phone one under the other. */
export function WordFields({ form, words, original, language }: Props) {
  const { t } = useTranslation("questionnaires");
  const nameOf = useLanguageNames();
  return (
    <div className="grid grid-cols-1">
      <div className="hidden grid-cols-2 gap-6 border-b border-line pb-2 text-sm font-semibold sm:grid">
        <p>{nameOf(original)}</p>
        <p>{nameOf(language)}</p>
      </div>
      {words.map((word, at) => {
        const { place, use, text, number, heading, stale } = word;
        const above = words[at - 1]?.of;
        const isFirst = word.of !== null && above?.key !== word.of.key;
        const field = { ...form.field(`words.${place}`), lang: language };
        const label = (
          <VisuallyHidden>{t("words.in", { language: nameOf(language), text })}</VisuallyHidden>
        );
        return (
          <div
            key={place}
            className="grid grid-cols-1 gap-x-6 gap-y-2 border-b border-line py-4 sm:grid-cols-2"
          >
            <div className="min-w-0 wrap-anywhere">
              {isFirst && (
                <p className="mb-1 text-sm font-semibold" dir="auto">
                  {number === null ? heading : t("words.item", { number })}
                </p>
              )}
              <p className="text-sm text-ink-muted">{t(`words.what.${use}`)}</p>
              <p lang={original} dir="auto">
                {text}
              </p>
              {stale && <p className="mt-1 text-sm font-medium">{t("words.stale")}</p>}
            </div>
            {text.length > SEVERAL_LINES ? (
              <TextArea {...field} rows={2} label={label} />
            ) : (
              <TextField {...field} label={label} width="full" />
            )}
          </div>
        );
      })}
    </div>
  );
}
