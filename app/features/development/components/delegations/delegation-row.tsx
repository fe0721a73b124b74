import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { delegationPress } from "../../delegations/press-on-delegation.server.ts";
import type { ShownDelegation } from "../../delegations/register-page.server.ts";

type Props = { row: ShownDelegation; answer: FormAnswer | undefined };

/** One decision: who makes it, how freely, when to look again, and what can be done. */
export function DelegationRow({ row, answer, isDue }: Props & { isDue: boolean }) {
  const { t } = useTranslation("delegations");
  const { id, decision, owner, degree, isHandedOver, reviewOn, steps, mayUndo } = row;
  const whose =
    owner === "" ? t("row.nobody") : t(isHandedOver ? "row.by" : "row.could", { owner });
  return (
    <li className="grid gap-2 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 flex-[1_1_18rem] gap-0.5">
          <p dir="auto" className="font-medium wrap-anywhere">
            {decision}
          </p>
          <p className="text-sm text-ink-muted wrap-anywhere">
            {whose} · {t(`degree.${degree}`)}
          </p>
          {isHandedOver && reviewOn && (
            <p className={isDue ? "text-sm font-semibold" : "text-sm text-ink-muted"}>
              {t(isDue ? "row.due" : "row.review", { date: writtenDate(reviewOn) })}
            </p>
          )}
        </div>
        <Form method="post" className="flex flex-wrap gap-1 print:hidden">
          <input type="hidden" name="intent" value={id} />
          {!isHandedOver && owner !== "" && (
            <Button size="small" name="step" value="hand-over">
              {t("row.handOver")}
              <span className="sr-only">: {decision}</span>
            </Button>
          )}
          {isDue && (
            <Button size="small" name="step" value="reviewed">
              {t("row.reviewed")}
              <span className="sr-only">: {decision}</span>
            </Button>
          )}
          {mayUndo && (
            <Button size="small" variant="quiet" name="step" value="undo">
              {t("row.undo")}
              <span className="sr-only">: {decision}</span>
            </Button>
          )}
          <ButtonLink size="small" variant="quiet" href={`/plan/decisions/${id}`}>
            {t(owner === "" ? "row.sayWho" : "row.change")}
            <span className="sr-only">: {decision}</span>
          </ButtonLink>
        </Form>
      </div>
      {isHandedOver ? <TakeBack row={row} answer={answer} /> : <Remove row={row} />}
      {steps.length > 0 && (
        <Disclosure summary={t("row.history", { count: steps.length })}>
          <ol className="grid max-w-reading gap-1 text-sm">
            {steps.map((step) => (
              <li key={step.id} className="wrap-anywhere">
                {t(`step.${step.kind}`, { date: writtenDate(step.takenOn) })}{" "}
                <bdi>{step.words}</bdi>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </li>
  );
}

/** A decision comes back only with a reason, which is what one learns from. */
function TakeBack({ row: { id, decision }, answer }: Props) {
  const { t } = useTranslation("delegations");
  const form = useFormFields<typeof delegationPress>({
    id: `take-back-${id}`,
    intent: id,
    answer,
    draft: { name: `take-back ${id}`, endsWhenSent: true },
    say: ({ field, code, values }) =>
      field === undefined ? null : t(`problems.${field}.${code}`, { ...values }),
  });
  return (
    <div className="print:hidden">
      <Disclosure summary={t("row.takeBack")} open={form.problems.length > 0}>
        <Form {...form.form} className="grid max-w-form gap-3">
          <ErrorSummary problems={form.problems} />
          <input type="hidden" name="intent" value={id} />
          <TextArea {...form.field("why")} rows={2} label={t("row.why")} hint={t("row.whyHint")} />
          <Button name="step" value="take-back" className="justify-self-start">
            {t("row.takeBackNow")}
            <span className="sr-only">: {decision}</span>
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

function Remove({ row: { id, decision } }: Pick<Props, "row">) {
  const { t } = useTranslation("delegations");
  return (
    <div className="print:hidden">
      <Disclosure summary={t("row.remove")}>
        <Form method="post" className="grid justify-items-start gap-3">
          <p className="max-w-reading">{t("row.removeBody")}</p>
          <input type="hidden" name="intent" value={id} />
          <Button variant="caution" name="step" value="remove">
            {t("row.removeNow")}
            <span className="sr-only">: {decision}</span>
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
