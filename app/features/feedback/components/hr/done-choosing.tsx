import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { Approver } from "../../domain/rater-rules.ts";

type Props = {
  /** Who looks at the list next. */
  approver: Approver;
  own: boolean;
  /** It was given back before. */
  again: boolean;
};

/** Hands the list over to whoever has to agree, or to HR. */
export function DoneChoosing({ approver, own, again }: Props) {
  const { t } = useTranslation("nomination");
  const next = own || approver === "nobody" ? approver : "elsewhere";
  return (
    <Panel title={t("handIn.title")} lead={t(`handIn.${next}`)}>
      <Form method="post">
        <Button variant="primary" name="intent" value="done" wide>
          {t(again ? "handIn.actionAgain" : "handIn.action")}
        </Button>
      </Form>
    </Panel>
  );
}
