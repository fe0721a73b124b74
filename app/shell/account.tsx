import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import type { Frame } from "./frame.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** Who is signed in, how the pages look, what they are written in, and the way out. */
export function Account({
  personName,
  accountHref,
  signOutAction = "/sign-out",
  theme,
  returnTo,
}: Frame) {
  const { t } = useTranslation("shell");
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 text-sm">
        {accountHref ? (
          <Link tone="quiet" href={accountHref}>
            <bdi>{personName}</bdi>
          </Link>
        ) : (
          <span className="font-medium" dir="auto">
            {personName}
          </span>
        )}
        <form method="post" action={signOutAction}>
          <button
            type="submit"
            className="rounded-small py-1 text-ink-muted underline decoration-1 underline-offset-[0.2em] hover:text-ink pointer-coarse:min-h-11"
          >
            {t("signOut")}
          </button>
        </form>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ThemeToggle theme={theme} {...(returnTo === undefined ? {} : { returnTo })} />
        <LanguageSwitch />
      </div>
    </div>
  );
}
