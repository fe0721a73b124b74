import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languages, ownName } from "~/platform/i18n/language.ts";
import { inSameLanguage } from "~/platform/open-pages/in-same-language.ts";
import { Link } from "~/ui/link.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { PlainShell } from "./plain-shell.tsx";

type Props = {
  title: string;
  description: string;
  /** Where people reach this server. */
  origin: string;
  /** The page's address without a language. */
  path: string;
  language: string;
  /** What the page is, to search engines (schema.org); left out, they pass it over. */
  about?: object;
  /** Small print: what becomes of what is typed or chosen here. */
  privacy: string;
  children: ReactNode;
};

/**
 * The frame of a page that is open to everyone: what search engines and previews are told, and each language as an
 * address of its own. It reads nothing of whoever asks.
 */
export function OpenPage(props: Props) {
  const { title, description, origin, path, language, about, privacy, children } = props;
  const { t } = useTranslation("shell");
  const absolute = (said: string | null) => `${origin}${inSameLanguage(path, said)}`;
  const others = languages.filter((each) => each !== language);
  return (
    <PlainShell
      aside={
        <nav aria-label={t("language")} className="flex gap-1" data-languages>
          {others.map((each) => (
            <a
              key={each}
              href={inSameLanguage(path, each)}
              lang={each}
              hrefLang={each}
              className="inline-flex min-h-11 items-center rounded-medium px-2 text-sm font-medium text-accent underline underline-offset-4 hover:bg-accent-soft"
            >
              {ownName(each)}
            </a>
          ))}
        </nav>
      }
      footer={
        <div className="grid gap-2">
          <p>{privacy}</p>
          <p>
            <Link alone href="/">
              {t("openPage.home")}
            </Link>
          </p>
        </div>
      }
    >
      <PageTitle>{title}</PageTitle>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={language === "de" ? "de_DE" : "en_GB"} />
      <meta property="og:url" content={absolute(language)} />
      <meta name="twitter:card" content="summary" />
      {about ? (
        <>
          <link rel="canonical" href={absolute(language)} />
          {languages.map((each) => (
            <link key={each} rel="alternate" hrefLang={each} href={absolute(each)} />
          ))}
          <link rel="alternate" hrefLang="x-default" href={absolute(null)} />
          <script type="application/ld+json">
            {JSON.stringify({ "@context": "https://schema.org", inLanguage: language, ...about })}
          </script>
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      {children}
    </PlainShell>
  );
}
