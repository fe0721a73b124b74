import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import type { Hat } from "../domain/hat.ts";

/** Which hat something is of; what stands above the hats is of both. */
export function HatBadge({ hat }: { hat: Hat | null }) {
  const { t } = useTranslation("practices");
  return <Badge tone={hat?.tone ?? "neutral"}>{hat?.name ?? t("bothHats")}</Badge>;
}
