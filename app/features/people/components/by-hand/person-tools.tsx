import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { PersonStatus } from "../../domain/person.ts";

/** What else HR does with somebody of the directory, beside editing. */
export function PersonTools({ id, status }: { id: string; status: PersonStatus }) {
  const { t } = useTranslation("people-edit");
  return (
    <AsidePart title={t("tools.title")}>
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="small" href={`/people/${id}/history`}>
          {t("tools.history")}
        </ButtonLink>
        <ButtonLink size="small" href={`/people/${id}/leaving`}>
          {t(status === "active" ? "tools.leave" : "tools.back")}
        </ButtonLink>
        <ButtonLink size="small" href={`/people/${id}/erase`}>
          {t("tools.erase")}
        </ButtonLink>
      </div>
    </AsidePart>
  );
}
