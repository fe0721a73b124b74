import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { Points } from "~/ui/points.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { declineReasons } from "../domain/decline.ts";

type Props = {
  name: string;
  back: string;
  typed: { reason: string; text: string } | null;
  problem: "reason" | "too-long" | null;
};

/** Asks why, and says first who reads it and what is deleted. */
export function DeclineForm({ name, back, typed, problem }: Props) {
  const { t } = useTranslation("nomination");
  const said = problem ? t(`decline.problems.${problem}`) : null;
  const field = problem === "reason" ? "reason" : "text";
  return (
    <>
      <PageHeader title={t("decline.title", { name })} lead={t("decline.lead")} />
      <div className="grid max-w-reading gap-6">
        <ErrorSummary problems={said ? [{ message: said, field }] : []} />
        <Points points={[t("decline.who", { name }), t("decline.lost", { name })]} />
        <Form method="post" className="grid gap-6" noValidate>
          <RadioGroup
            name="reason"
            legend={t("decline.reason")}
            choices={declineReasons.map((value) => ({
              value,
              label: t(`decline.reasons.${value}`),
            }))}
            defaultValue={typed?.reason}
            error={problem === "reason" ? said : undefined}
          />
          <TextArea
            name="text"
            label={t("decline.text")}
            hint={t("decline.textHint")}
            optional
            rows={3}
            defaultValue={typed?.text}
            error={problem === "too-long" ? said : undefined}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button variant="primary" name="intent" value="decline" wide>
              {t("decline.action")}
            </Button>
            <Link href={back} reloadDocument>
              {t("decline.back")}
            </Link>
          </div>
        </Form>
      </div>
    </>
  );
}
