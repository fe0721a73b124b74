import { useTranslation } from "react-i18next";
import { cx } from "~/ui/cx.ts";
import { MoonIcon, ScreenIcon, SunIcon } from "~/ui/icons.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { ThemeChoice } from "./frame.ts";

const choices = [
  { value: "light", Icon: SunIcon },
  { value: "system", Icon: ScreenIcon },
  { value: "dark", Icon: MoonIcon },
] as const satisfies readonly { value: ThemeChoice; Icon: typeof SunIcon }[];

export interface ThemeToggleProps {
  theme: ThemeChoice;
  /** Where the server sends the reader back to; without it, to the page that asked. */
  returnTo?: string;
}

/** A plain form posting `theme` to /theme. */
export function ThemeToggle({ theme, returnTo }: ThemeToggleProps) {
  const { t } = useTranslation("shell");
  return (
    <form method="post" action="/theme">
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      <fieldset className="inline-flex gap-0.5 rounded-medium border border-line bg-surface p-0.5">
        <legend className="sr-only">{t("theme.label")}</legend>
        {choices.map(({ value, Icon }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={theme === value}
            title={t(`theme.${value}`)}
            className={cx(
              "flex h-8 w-9 items-center justify-center rounded-small pointer-coarse:h-11 pointer-coarse:w-12",
              theme === value
                ? "bg-sunken text-ink forced-colors:outline-2"
                : "text-ink-faint hover:text-ink",
            )}
          >
            <Icon className="size-4.5" />
            <VisuallyHidden>{t(`theme.${value}`)}</VisuallyHidden>
          </button>
        ))}
      </fieldset>
    </form>
  );
}
