import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { JOINS } from "../domain/provider.ts";

type Field = Omit<ComponentProps<typeof TextField>, "label">;

type Props = {
  joins: Omit<ComponentProps<typeof RadioGroup>, "legend" | "choices">;
  bothSteps: Omit<ComponentProps<typeof Checkbox>, "label">;
  /** The claim, the group of administrators, that of analysts. */
  groups: readonly [Field, Field, Field];
};

/** What a provider's word is good for, of whatever kind it is. */
export function CommonFields({ joins, bothSteps, groups: [claim, admin, analyst] }: Props) {
  const { t } = useTranslation("sign-on");
  return (
    <>
      <RadioGroup
        {...joins}
        legend={t("form.joins")}
        choices={JOINS.map((value) => ({
          value,
          label: t(`joins.${value}.name`),
          hint: t(`joins.${value}.hint`),
        }))}
      />
      <Checkbox {...bothSteps} label={t("form.bothSteps")} hint={t("form.bothStepsHint")} />
      <FieldSet id="groups" legend={t("form.groups")} hint={t("form.groupsHint")}>
        <div className="grid gap-4">
          <TextField {...claim} label={t("form.groupClaim")} optional spellCheck={false} />
          <TextField {...admin} label={t("form.adminGroup")} optional spellCheck={false} />
          <TextField {...analyst} label={t("form.analystGroup")} optional spellCheck={false} />
        </div>
      </FieldSet>
    </>
  );
}

export function SaveButtons({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation("sign-on");
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="primary" wide>
        {t(isNew ? "form.add" : "form.save")}
      </Button>
      <ButtonLink href="/access/sign-on" wide>
        {t("form.cancel")}
      </ButtonLink>
    </div>
  );
}
