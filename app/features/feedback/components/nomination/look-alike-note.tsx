import { useTranslation } from "react-i18next";
import type { LookAlike } from "~/features/people/domain/index.ts";

/** Whose address or name someone's looks like, and how. A hint, to look twice. */
export function LookAlikeNote({ found: { likeness, of } }: { found: LookAlike }) {
  const { t } = useTranslation("nomination");
  return (
    <span className="block text-sm font-medium wrap-anywhere text-ink">
      {t(`lookAlike.${likeness}`, { name: of.name, address: of.address ?? "" })}
    </span>
  );
}
