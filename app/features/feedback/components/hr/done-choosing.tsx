import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";

/** Hands the list over to HR. */
export function DoneChoosing() {
  const { t } = useTranslation("feedback-hr");
  return (
    <Panel title={t("nomination.done.title")} lead={t("nomination.done.body")}>
      <Form method="post">
        <Button variant="primary" name="intent" value="done" wide>
          {t("nomination.done.action")}
        </Button>
      </Form>
    </Panel>
  );
}
