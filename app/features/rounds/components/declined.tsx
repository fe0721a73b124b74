import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";

/** After declining: nothing more is asked, and the way back. */
export function Declined({ kind, name, base }: { kind: string; name: string; base: string }) {
  const { t } = useTranslation("decline");
  return (
    <>
      <PageHeader title={t("done.title")} lead={t("done.body", { context: kind, name })} />
      <Form method="post" className="flex flex-wrap items-center gap-3">
        <Button name="intent" value="undo" wide>
          {t("done.undo")}
        </Button>
        <ButtonLink variant="quiet" href={base} reloadDocument wide>
          {t("done.list")}
        </ButtonLink>
      </Form>
    </>
  );
}
