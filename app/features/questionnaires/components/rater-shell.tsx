import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "~/shell/language-switch.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Link } from "~/ui/link.tsx";

type Props = {
  organisation: string;
  /** Null leads nowhere, as in a preview. */
  base: string | null;
  children: ReactNode;
  /** What this page is in; left out where it is in one language only. */
  language?: string;
  /** Id of the form that saves what was typed before the language changes. */
  form?: string;
  /** Whether it is about suggestions, beside which whoever makes them may put their name. */
  suggests?: boolean | undefined;
  /** Above it all: what is said of the page rather than on it. */
  above?: ReactNode;
};

/** The frame of a rater's pages: one clear task, and the promise one tap away. */
export function RaterShell(props: Props) {
  const { organisation, base, children, language, form, suggests, above } = props;
  const { t } = useTranslation("answering");
  const context = suggests ? "suggestion" : undefined;
  const signedIn = base === "/requests";
  return (
    <PlainShell
      organisationName={organisation}
      above={above}
      footer={
        <div className="grid gap-2">
          <p>{t(signedIn ? "footerSignedIn" : "footer", { context })}</p>
          <p>{t("device")}</p>
          {base !== null && (
            <p>
              <Link alone href={signedIn ? "/account/information" : `${base}/information`}>
                {t("yourData")}
              </Link>
            </p>
          )}
        </div>
      }
      aside={
        <div className="flex items-center gap-2">
          {language && <LanguageSwitch language={language} form={form} />}
          {signedIn && (
            <Link alone href="/home" className="text-sm font-medium">
              {t("home")}
            </Link>
          )}
        </div>
      }
    >
      <meta name="robots" content="noindex" />
      {children}
    </PlainShell>
  );
}
