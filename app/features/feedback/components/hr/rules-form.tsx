import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Panel } from "~/ui/panel.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { CycleKind } from "../../domain/cycle-kind.ts";
import {
  approvers,
  limitedRelationships,
  nominators,
  type RaterRules,
} from "../../domain/rater-rules.ts";

export type TypedRules = Record<string, string>;

type Props = {
  kind: CycleKind;
  rules: RaterRules;
  /** Raters who count that a group needs: usually, and where nobody else agreed to what a participant shaped. */
  minimum: { usual: number; shaped: number };
  /** What was typed and could not be used; shown again as it was. */
  typed: TypedRules | null;
  problems: readonly { field: string; problem: string }[];
};

/** Who chooses raters, how many, and who agrees to them. */
export function RulesForm({ kind, rules, minimum, typed, problems }: Props) {
  const { t } = useTranslation("cycle-setup");
  const said = problems.map(({ field, problem }) => ({
    field,
    message: t(`rules.problems.${problemKey(field)}.${problem}`),
  }));
  const errorOf = (field: string) => said.find((each) => each.field === field)?.message;
  const number = (field: string, stored: number | null | undefined) => ({
    name: field,
    inputMode: "numeric" as const,
    autoComplete: "off",
    error: errorOf(field),
    defaultValue: typed?.[field] ?? stored ?? "",
  });
  return (
    <Panel title={t("rules.title")} level={3} lead={useRulesInWords(rules, minimum)}>
      <Disclosure summary={t("rules.change")} open={problems.length > 0}>
        <Form method="post" noValidate className="grid gap-6">
          <ErrorSummary problems={said} />
          <LimitFields kind={kind} rules={rules} number={number} />
          <div className="grid gap-6 lg:grid-cols-2">
            <RadioGroup
              name="nominatedBy"
              legend={t("rules.nominatedBy")}
              defaultValue={typed?.nominatedBy ?? rules.nominatedBy}
              choices={nominators.map((value) => ({
                value,
                label: t(`rules.nominators.${value}`),
              }))}
            />
            <RadioGroup
              name="approvedBy"
              legend={t("rules.approvedBy")}
              error={errorOf("approvedBy")}
              defaultValue={typed?.approvedBy ?? rules.approvedBy}
              choices={approvers.map((value) => ({
                value,
                label: t(`rules.approvers.${value}`),
              }))}
            />
          </div>
          <div className="grid gap-6 lg:grid-cols-2">
            <TextField
              {...number("approveAfterDays", rules.approveAfterDays)}
              label={t("rules.approveAfterDays")}
              hint={t("rules.approveAfterDaysHint")}
              width="short"
              optional
            />
            <TextField
              {...number("requestCap", rules.requestCap)}
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

type LimitProps = Pick<Props, "kind" | "rules"> & {
  number: (
    field: string,
    stored: number | null | undefined,
  ) => Omit<ComponentProps<typeof TextField>, "label">;
};

function LimitFields({ kind, rules, number }: LimitProps) {
  const { t } = useTranslation("cycle-setup");
  const { t: inCycles } = useTranslation("feedback-hr");
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-medium">{t("rules.limits")}</legend>
      <p className="max-w-reading text-sm text-ink-muted">{t("rules.limitsHint")}</p>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-3">
        {limitedRelationships(kind).map((relationship) => {
          const group = inCycles(`groups.${relationship}`);
          const { min, max } = rules.raterLimits[relationship] ?? {};
          return (
            <div key={relationship} className="grid max-w-form grid-cols-2 items-end gap-x-3">
              <TextField
                {...number(`min-${relationship}`, min)}
                label={t("rules.min", { group })}
                width="full"
              />
              <TextField
                {...number(`max-${relationship}`, max)}
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

function problemKey(field: string): string {
  return field.startsWith("min-") || field.startsWith("max-") ? field.slice(0, 3) : field;
}
