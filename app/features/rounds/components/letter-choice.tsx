import { useTranslation } from "react-i18next";
import { Tabs } from "~/ui/tabs.tsx";
import { type LetterKind, letterKinds } from "../domain/letter-text.ts";
import type { LettersPage } from "../letters/letters-page.server.ts";

type Props = {
  page: LettersPage;
  /** Where each of them is changed. */
  pathOf: (roundId: string, letter: LetterKind, language: string) => string;
};

/** Which letter, and in which language; the latter only where there is a choice. */
export function LetterChoice({ page, pathOf }: Props) {
  const { t, i18n } = useTranslation("letters");
  const { roundId, kind, language, languages, letters } = page;
  const names = new Intl.DisplayNames(i18n.language, { type: "language" });
  const state = (one: LetterKind, others: readonly string[]) => {
    const own = letters.filter((each) => each.kind === one && others.includes(each.language));
    if (own.some((each) => each.mistaken)) return t("mistaken");
    return own.some((each) => each.changed) ? t("changed") : "";
  };
  return (
    <div className="grid gap-2">
      <Tabs
        label={t("which")}
        tabs={letterKinds.map((one) => ({
          label: `${t(`kinds.${one}`)}${state(one, languages)}`,
          href: pathOf(roundId, one, language),
          current: one === kind,
        }))}
      />
      {languages.length > 1 && (
        <Tabs
          label={t("whichLanguage")}
          tabs={languages.map((other) => ({
            label: `${names.of(other) ?? other}${state(kind, [other])}`,
            href: pathOf(roundId, kind, other),
            current: other === language,
          }))}
        />
      )}
    </div>
  );
}
