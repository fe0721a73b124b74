import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { OfOrganisation } from "~/ui/form.tsx";

type Props = {
  organisation: string;
  /** Whether it can still be said that the change was right. */
  mayConfirm: boolean;
};

/** Was a change of address right, or not? Two buttons, each with what comes of it; pressed, never followed. */
export function ChangeAnswer({ organisation, mayConfirm }: Props) {
  const { t } = useTranslation("address");
  return (
    <form method="post" className="grid gap-6">
      <OfOrganisation />
      {mayConfirm && (
        <div>
          <Button variant="primary" name="answer" value="mine" wide aria-describedby="mine-hint">
            {t("page.mine")}
          </Button>
          <p id="mine-hint" className="mt-1.5 max-w-reading text-sm text-ink-muted">
            {t("page.mineHint")}
          </p>
        </div>
      )}
      <div>
        <Button variant="caution" name="answer" value="not-mine" wide aria-describedby="not-hint">
          {t("page.notMine")}
        </Button>
        <p id="not-hint" className="mt-1.5 max-w-reading text-sm text-ink-muted">
          {t("page.notMineHint", { organisation })}
        </p>
      </div>
    </form>
  );
}
