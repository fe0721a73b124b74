import { useTranslation } from "react-i18next";
import type { Invitable } from "~/features/identity/index.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { PersonStatus } from "../../domain/person.ts";

type Props = { id: string; status: PersonStatus; invitable: Invitable | "no-address" };

/** What else HR does with somebody of the directory, beside editing. */
export function PersonTools({ id, status, invitable }: Props) {
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
        {invitable === "open" && (
          <Form method="post" action={`/people/${id}/joining-link`}>
            <Button size="small">{t("tools.invite")}</Button>
          </Form>
        )}
      </div>
      {(invitable === "today" || invitable === "no-address") && (
        <p className="mt-3 text-sm text-ink-muted">{t(`tools.invitable.${invitable}`)}</p>
      )}
    </AsidePart>
  );
}
