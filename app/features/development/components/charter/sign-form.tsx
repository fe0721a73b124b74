import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { ShownCharter } from "../../charter/charter-pages.server.ts";
import type { partnerPress } from "../../charter/press-on-charter.server.ts";

/** Signs a charter for the other side, or gives it back with why. */
export function SignForm({
  charter: { id, revision },
  answer,
}: {
  charter: ShownCharter;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation("charters");
  const form = useFormFields<typeof partnerPress>({
    ...{ id: "return", intent: "return", answer },
    draft: { name: `return charter ${id}`, endsWhenSent: true },
    say: ({ field, code }) => (field === undefined ? null : t(`problems.${field}.${code}`)),
  });
  const [problem] = problemsIn(answer).filter(({ field }) => field === undefined);
  return (
    <div className="grid max-w-reading gap-4 print:hidden">
      {problem && <Notice tone="danger">{t(`problems.${problem.code}`)}</Notice>}
      <Form method="post" className="grid justify-items-start gap-2">
        <input type="hidden" name="revision" value={revision} />
        <p>{t("sign.body")}</p>
        <Button variant="primary" name="intent" value="sign">
          {t("sign.button")}
        </Button>
      </Form>
      <Disclosure summary={t("sign.return")} open={form.problems.length > 0}>
        <Form {...form.form} className="grid gap-3">
          <ErrorSummary problems={form.problems} />
          <input type="hidden" name="revision" value={revision} />
          <TextArea
            {...form.field("why")}
            rows={3}
            label={t("sign.why")}
            hint={t("sign.whyHint")}
          />
          <Button name="intent" value="return" className="justify-self-start">
            {t("sign.returnButton")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
