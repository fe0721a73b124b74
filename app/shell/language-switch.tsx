import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { languages, ownName } from "~/platform/i18n/language.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";

type Props = {
  /** What the page is in; left out where that is the reader's. */
  language?: string | undefined;
  /** The form that saves what was typed before the language changes; without one there is nothing to save. */
  form?: string | undefined;
};

const look =
  "inline-flex min-h-11 items-center rounded-medium px-2 text-sm font-medium text-accent underline underline-offset-4 hover:bg-accent-soft";

/**
 * The other languages of the pages, each under its own name. A plain button: it saves first where there is something to
 * save.
 */
export function LanguageSwitch({ language = readerLanguage(), form }: Props) {
  const { t } = useTranslation("shell");
  const { pathname, search } = useLocation();
  const others = languages.filter((each) => each !== language);
  const buttons = others.map((each) => (
    <button
      key={each}
      type="submit"
      name="language"
      value={each}
      lang={each}
      form={form}
      className={look}
    >
      {ownName(each)}
    </button>
  ));
  if (form) return <div className="contents">{buttons}</div>;
  return (
    <form method="post" action="/language" aria-label={t("language")} className="contents">
      <input type="hidden" name="returnTo" value={`${pathname}${search}`} />
      {buttons}
    </form>
  );
}
