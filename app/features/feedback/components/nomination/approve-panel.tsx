import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { longestNote } from "../../domain/nomination.ts";
import type { returnNominationInput } from "../../nomination/return-nomination.server.ts";

type Props = {
  name: string;
  mayApprove: boolean;
  answer: FormAnswer | undefined;
};

/** Agrees to a list, or gives it back with a note. */
export function ApprovePanel({ name, mayApprove, answer }: Props) {
  const { t } = useTranslation("nomination");
  const form = useFormFields<typeof returnNominationInput>({
    id: "return",
    intent: "return",
    answer,
    say: ({ code }) => t(`problems.${code}`),
  });
  const back = (
    <Disclosure
      summary={t(mayApprove ? "approve.back.summary" : "approve.back.reopen")}
      open={answer?.intent === "return"}
    >
      <Form {...form.form} className="grid gap-4 py-2">
        <TextArea
          {...form.field("note")}
          label={t("approve.back.note")}
          hint={t("approve.back.hint")}
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
