import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";

/** Asks once before somebody is active again. */
export function BackForm({ cancelHref }: { cancelHref: string }) {
  const { t } = useTranslation("people-edit");
  return (
    <Form method="post" className="grid max-w-reading gap-6">
      <p>{t("back.body")}</p>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" name="intent" value="back" wide>
          {t("back.action")}
        </Button>
        <ButtonLink href={cancelHref} wide>
          {t("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
