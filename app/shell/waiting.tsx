import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";

/** How many things wait behind a navigation item. */
export function Waiting({ count = 0 }: { count?: number | undefined }) {
  const { t } = useTranslation("shell");
  if (count <= 0) return null;
  return (
    <span className="inline-block forced-color-adjust-none rounded-full whitespace-nowrap bg-accent-fill px-1.5 text-xs leading-5 font-semibold tabular-nums text-on-accent">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <VisuallyHidden>{t("waiting", { count })}</VisuallyHidden>
    </span>
  );
}
