import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import type { Shortage } from "../../domain/enough-raters.ts";

/** Relationships with fewer raters than they should have, by name. */
export function ShortageList({ short }: { short: readonly Shortage[] }) {
  const { t } = useTranslation(["nomination", "relationships"]);
  if (short.length === 0) return null;
  return (
    <Notice title={t("short.title")}>
      <ul className="grid gap-1">
        {short.map(({ relationship, chosen, minimum, nobodyLeft }) => (
          <li key={relationship}>
            {t(nobodyLeft ? "short.nobodyLeft" : "short.line", {
              group: t(`groups.${relationship}`, { ns: "relationships" }),
              chosen,
              minimum,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
