import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { WithRules } from "~/features/rounds/domain/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { decimal } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { type FieldName, useFormFields } from "~/ui/use-form-fields.ts";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { CycleKind } from "../../domain/cycle-kind.ts";
import {
  approvers,
  limitedRelationships,
  nominators,
  type RaterRules,
  type raterRulesInput,
} from "../../domain/rater-rules.ts";

type Props = {
  cycleId: string;
  kind: CycleKind;
  rules: RaterRules;
  /** How many raters the lists have as they are now. */
  groups: WithRules["groups"];
  answer: FormAnswer | undefined;
};

/** Who chooses raters, how many, and who agrees to them. */
export function RulesForm({ cycleId, kind, rules, groups, answer }: Props) {
  const { t } = useTranslation("cycle-setup");
  const form = useFormFields<typeof raterRulesInput>({
    id: "rules",
    draft: { name: `cycle-rules:${cycleId}`, marks: true },
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
    <Panel title={t("rules.title")} lead={useRulesInWords(rules)}>
      <Disclosure summary={t("rules.change")} open={form.problems.length > 0}>
        <Form {...form.form} className="grid gap-6">
          <ErrorSummary problems={form.problems} />
          <LimitFields kind={kind} number={number} groups={groups} />
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
          <SaveBar draft={form.draft}>
            <Button name="intent" value="rules" className="w-fit">
              {t("rules.save")}
            </Button>
          </SaveBar>
        </Form>
      </Disclosure>
    </Panel>
  );
}

type NumberField = (
  field: FieldName<typeof raterRulesInput>,
) => Omit<ComponentProps<typeof TextField>, "label">;

type LimitProps = { kind: CycleKind; number: NumberField; groups: Props["groups"] };

function LimitFields({ kind, number, groups }: LimitProps) {
  const { t } = useTranslation("cycle-setup");
  const { t: named } = useTranslation("relationships");
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-medium">{t("rules.limits")}</legend>
      <p className="max-w-reading text-sm text-ink-muted">{t("rules.limitsHint")}</p>
      <div className="divide-y divide-line rounded-large border border-line px-4">
        {limitedRelationships(kind).map((relationship) => {
          const group = named(`groups.${relationship}`);
          const now = groups.find((each) => each.relationship === relationship);
          return (
            <div
              key={relationship}
              className="grid gap-x-4 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_17rem] sm:items-center"
            >
              <div>
                <p className="font-semibold">{group}</p>
                <p className="text-sm text-ink-muted">
                  {now
                    ? t("rules.now", {
                        count: now.participants,
                        average: decimal(now.raters / now.participants, 1),
                      })
                    : t("rules.nobodyNow")}
                </p>
              </div>
              <div className="grid grid-cols-2 items-end gap-x-3">
                {(["min", "max"] as const).map((end) => (
                  <TextField
                    key={end}
                    {...number(`${end}-${relationship}`)}
                    label={
                      <>
                        <VisuallyHidden>{group}, </VisuallyHidden>
                        {t(`rules.${end}`)}
                      </>
                    }
                    width="full"
                  />
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** The rules that hold, as one line. */
function useRulesInWords({ nominatedBy, approvedBy, approveAfterDays, requestCap }: RaterRules) {
  const { t } = useTranslation("cycle-setup");
  const days = approvedBy === "nobody" ? null : approveAfterDays;
  return [
    t(`rules.words.nominatedBy.${nominatedBy}`),
    t(`rules.words.approvedBy.${approvedBy}`),
    ...(days === null ? [] : [t("rules.words.after", { count: days })]),
    requestCap === null ? t("rules.words.noCap") : t("rules.words.cap", { count: requestCap }),
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
