import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Link } from "~/ui/link.tsx";

type Props = { organisation: string; base: string; children: ReactNode };

/** The frame of a rater's pages: one clear task, and the promise one tap away. */
export function RaterShell({ organisation, base, children }: Props) {
  const { t } = useTranslation("feedback");
  const signedIn = base === "/requests";
  return (
    <PlainShell
      organisationName={organisation}
      footer={<p>{t("rater.footer")}</p>}
      aside={signedIn ? <Link href="/home">{t("rater.home")}</Link> : undefined}
    >
      <meta name="robots" content="noindex" />
      {children}
    </PlainShell>
  );
}
