import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { Points } from "~/ui/points.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { type declineInput, declineReasons } from "../domain/decline.ts";

type Props = {
  /** Of which kind the round is, or that it is about nobody; in some nobody is asked why. */
  kind: string;
  asksWhy: boolean;
  title: string;
  name: string;
  back: string;
  answer: FormAnswer | undefined;
};

/** Asks why, where anybody needs to know, and says first who reads it and what is deleted. */
export function DeclineForm({ kind, asksWhy, title, name, back, answer }: Props) {
  const { t } = useTranslation("decline");
  const form = useFormFields<typeof declineInput>({
    id: "decline",
    answer,
    say: ({ code }) => t(`problems.${code}`),
  });
  return (
    <>
      <PageHeader title={title} lead={t(asksWhy ? "lead" : "leadUnasked")} />
      <div className="grid max-w-reading gap-6">
        <ErrorSummary problems={form.problems} />
        <Points
          points={[
            t(asksWhy ? "who" : "whoUnasked", { context: kind, name }),
            t(asksWhy ? "lost" : "lostUnasked", { context: kind, name }),
          ]}
        />
        <Form {...form.form} className="grid gap-6">
          {asksWhy && (
            <>
              <RadioGroup
                {...form.field("reason")}
                legend={t("reason")}
                choices={declineReasons.map((value) => ({
                  value,
                  label: t(`reasons.${value}`),
                }))}
              />
              <TextArea
                {...form.field("text")}
                label={t("text")}
                hint={t("textHint")}
                optional
                rows={3}
              />
            </>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" name="intent" value="decline" wide>
              {t("action")}
            </Button>
            <ButtonLink variant="quiet" href={back} reloadDocument wide>
              {t("back")}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}
