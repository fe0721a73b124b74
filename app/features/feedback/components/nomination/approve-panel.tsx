import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { longestNote } from "../../domain/nomination.ts";

type Props = {
  name: string;
  mayApprove: boolean;
  /** A note that was refused, and why. */
  typed: string | null;
  problem: string | null;
};

/** Agrees to a list, or gives it back with a note. */
export function ApprovePanel({ name, mayApprove, typed, problem }: Props) {
  const { t } = useTranslation("nomination");
  const back = (
    <Disclosure
      summary={t(mayApprove ? "approve.back.summary" : "approve.back.reopen")}
      open={typed !== null}
    >
      <Form method="post" className="grid gap-4 py-2">
        <TextArea
          name="note"
          label={t("approve.back.note")}
          hint={t("approve.back.hint")}
          error={problem ?? undefined}
          defaultValue={typed ?? undefined}
          rows={3}
          maxLength={longestNote * 2}
        />
        <div>
          <Button name="intent" value="return">
            {t("approve.back.action")}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
  if (!mayApprove) return back;
  return (
    <Panel
      title={t("approve.title")}
      lead={`${t("approve.look", { name })} ${t("approve.body", { name })}`}
    >
      <Form method="post">
        <Button variant="primary" name="intent" value="approve" wide>
          {t("approve.action")}
        </Button>
      </Form>
      {back}
    </Panel>
  );
}
