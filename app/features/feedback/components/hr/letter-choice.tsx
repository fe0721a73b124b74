import { useTranslation } from "react-i18next";
import { type LetterKind, letterKinds } from "~/features/rounds/domain/index.ts";
import { Tabs } from "~/ui/tabs.tsx";
import type { LettersPage } from "../../letters/letters-page.server.ts";
import { stepPath } from "./setup-steps.ts";

export function letterPath(cycleId: string, letter: LetterKind, language: string): string {
  return `${stepPath(cycleId, "invitation")}?${new URLSearchParams({ letter, language })}`;
}

/** The same letter's page once the cycle was launched. */
export function runningLetterPath(cycleId: string, letter: LetterKind, language: string): string {
  return `/cycles/${cycleId}/letters?${new URLSearchParams({ letter, language })}`;
}

/** Which letter, and in which language; the latter only where there is a choice. */
export function LetterChoice({ page }: { page: LettersPage }) {
  const pathOf = page.phase === "before" ? letterPath : runningLetterPath;
  const { t, i18n } = useTranslation("letters");
  const { cycleId, kind, language, languages, letters } = page;
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
          href: pathOf(cycleId, one, language),
          current: one === kind,
        }))}
      />
      {languages.length > 1 && (
        <Tabs
          label={t("whichLanguage")}
          tabs={languages.map((other) => ({
            label: `${names.of(other) ?? other}${state(kind, [other])}`,
            href: pathOf(cycleId, kind, other),
            current: other === language,
          }))}
        />
      )}
    </div>
  );
}
