import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Panel } from "~/ui/panel.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { type FieldName, useFormFields } from "~/ui/use-form-fields.ts";
import type { CycleKind } from "../../domain/cycle-kind.ts";
import {
  approvers,
  limitedRelationships,
  nominators,
  type RaterRules,
  type raterRulesInput,
} from "../../domain/rater-rules.ts";

type Props = {
  kind: CycleKind;
  rules: RaterRules;
  /** Raters who count that a group needs: usually, and where nobody else agreed to what a participant shaped. */
  minimum: { usual: number; shaped: number };
  answer: FormAnswer | undefined;
};

/** Who chooses raters, how many, and who agrees to them. */
export function RulesForm({ kind, rules, minimum, answer }: Props) {
  const { t } = useTranslation("cycle-setup");
  const form = useFormFields<typeof raterRulesInput>({
    id: "rules",
    answer,
    start: startingFrom(rules),
    say: ({ field = "", code }) => t(`rules.problems.${problemKey(field)}.${code}`),
  });
  const number: NumberField = (field) => ({
    ...form.field(field),
    inputMode: "numeric",
    autoComplete: "off",
  });
  return (
    <Panel title={t("rules.title")} level={3} lead={useRulesInWords(rules, minimum)}>
      <Disclosure summary={t("rules.change")} open={form.problems.length > 0}>
        <Form {...form.form} className="grid gap-6">
          <ErrorSummary problems={form.problems} />
          <LimitFields kind={kind} number={number} />
          <div className="grid gap-6 lg:grid-cols-2">
            <RadioGroup
              {...form.field("nominatedBy")}
              legend={t("rules.nominatedBy")}
              choices={nominators.map((value) => ({
                value,
                label: t(`rules.nominators.${value}`),
              }))}
            />
            <RadioGroup
              {...form.field("approvedBy")}
              legend={t("rules.approvedBy")}
              choices={approvers.map((value) => ({
                value,
                label: t(`rules.approvers.${value}`),
              }))}
            />
          </div>
          <div className="grid gap-6 lg:grid-cols-2">
            <TextField
              {...number("approveAfterDays")}
              label={t("rules.approveAfterDays")}
              hint={t("rules.approveAfterDaysHint")}
              width="short"
              optional
            />
            <TextField
              {...number("requestCap")}
              label={t("rules.requestCap")}
              hint={t("rules.requestCapHint")}
              width="short"
              optional
            />
          </div>
          <Button name="intent" value="rules" className="w-fit">
            {t("rules.save")}
          </Button>
        </Form>
      </Disclosure>
    </Panel>
  );
}

type NumberField = (
  field: FieldName<typeof raterRulesInput>,
) => Omit<ComponentProps<typeof TextField>, "label">;

function LimitFields({ kind, number }: { kind: CycleKind; number: NumberField }) {
  const { t } = useTranslation("cycle-setup");
  const { t: inCycles } = useTranslation("feedback-hr");
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-medium">{t("rules.limits")}</legend>
      <p className="max-w-reading text-sm text-ink-muted">{t("rules.limitsHint")}</p>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-3">
        {limitedRelationships(kind).map((relationship) => {
          const group = inCycles(`groups.${relationship}`);
          return (
            <div key={relationship} className="grid max-w-form grid-cols-2 items-end gap-x-3">
              <TextField
                {...number(`min-${relationship}`)}
                label={t("rules.min", { group })}
                width="full"
              />
              <TextField
                {...number(`max-${relationship}`)}
                label={t("rules.max", { group })}
                width="full"
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** The rules that hold, as one line. */
function useRulesInWords(
  { nominatedBy, approvedBy, approveAfterDays, requestCap }: RaterRules,
  minimum: Props["minimum"],
) {
  const { t } = useTranslation("cycle-setup");
  const alone =
    nominatedBy === "participant" && (approvedBy === "nobody" || approveAfterDays !== null);
  const days = approvedBy === "nobody" ? null : approveAfterDays;
  return [
    t(`rules.words.nominatedBy.${nominatedBy}`),
    t(`rules.words.approvedBy.${approvedBy}`),
    ...(days === null ? [] : [t("rules.words.after", { count: days })]),
    requestCap === null ? t("rules.words.noCap") : t("rules.words.cap", { count: requestCap }),
    ...(alone ? [t("rules.words.wider", minimum)] : []),
  ].join(" ");
}

function startingFrom({ raterLimits, ...rules }: RaterRules) {
  const limits = Object.entries(raterLimits).flatMap(([relationship, { min, max }]) => [
    [`min-${relationship}`, min],
    [`max-${relationship}`, max],
  ]);
  return { ...rules, ...Object.fromEntries(limits) };
}

function problemKey(field: string): string {
  return field.startsWith("min-") || field.startsWith("max-") ? field.slice(0, 3) : field;
}
