import { useTranslation } from "react-i18next";

/** What a field held when it was shown, in words; null where that would say too much. Undefined where it still does. */
export type Was = string | null | undefined;

/** Longer than this, what was is not repeated. */
const LONGEST = 48;

/** A value as a field that is changed tells it. */
export function wasText(value: string): Was {
  return value.length > LONGEST || value.includes("\n") ? null : value;
}

/** Says in a field that is changed and not saved what it held. */
export function WasNote({ was }: { was: Was }) {
  const { t } = useTranslation("ui");
  if (was === undefined) return null;
  return (
    <p className="text-sm font-medium text-accent wrap-anywhere">
      {was === null ? t("was.longer") : was === "" ? t("was.empty") : t("was.text", { was })}
    </p>
  );
}

/** The bar beside a field that is changed and not saved. It stands in the margin and moves nothing. */
export const changedLook =
  "relative before:absolute before:inset-y-0 before:-start-3 before:w-0.75 before:rounded-small before:bg-accent-fill";
