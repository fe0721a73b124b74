import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Points } from "~/ui/points.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import type { RoleAnswer, roleFormInput } from "../../roles/role-form-action.server.ts";
import type { RoleFormPage } from "../../roles/role-form-page.server.ts";
import { MatchCount, MatchFields } from "./match-fields.tsx";
import { NeedRows } from "./need-rows.tsx";
import type { RoleFields } from "./role-fields.ts";
import { useLook } from "./use-look.ts";
import { ZoneFields } from "./zone-fields.tsx";

type Props = {
  page: RoleFormPage;
  answer: RoleAnswer | undefined;
  /** Where cancelling leads. */
  back: string;
  /** Below the form. */
  children?: ReactNode;
};

/** The form of a role: what it is called, from when on, who has it and what it needs. */
export function RoleForm({ page, answer, back, children }: Props) {
  const { t } = useTranslation("roles");
  const { role, framework, start } = page;
  const form = useRoleFields(page, answer?.form);
  const look = useLook(form.form.id, answer?.look ?? page.look, framework.framework);
  const sending = useNavigation().state === "submitting";
  return (
    <WithAside label={t("form.aside.label")} aside={<FormAside {...{ look, page }} />}>
      <Form {...form.form} className="grid max-w-reading gap-10">
        <ErrorSummary problems={form.problems} />
        {page.retired > 0 && (
          <Notice title={t("form.retired", { count: page.retired })}>
            {t("form.retiredBody")}
          </Notice>
        )}
        {page.planned.length > 0 && (
          <Notice
            title={t("form.planned", {
              dates: listed(page.planned.map((date) => writtenDate(date))),
            })}
          >
            {t("form.plannedBody")}
          </Notice>
        )}
        {role && <input type="hidden" name="revision" value={role.revision} />}
        <input type="hidden" name="frameworkVersion" value={framework.version} />
        <div className="grid gap-5">
          <TextField
            {...form.field("name")}
            label={t("form.name")}
            hint={t("form.nameHint")}
            autoComplete="off"
          />
          <TextField
            {...form.field("validFrom")}
            type="date"
            width="medium"
            label={t("form.validFrom")}
            hint={t(role ? "form.validFromNext" : "form.validFromHint")}
          />
          <Select
            {...form.field("parent")}
            label={t("form.parent")}
            hint={t("form.parentHint")}
            optional
            options={[
              { value: "", label: t("form.noParent") },
              ...page.parents.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
        <MatchFields {...{ look, form }} />
        <NeedRows
          {...{ framework, look, form }}
          rows={answer?.rows ?? start.needs}
          found={answer?.found ?? null}
        />
        {framework.hats.length > 0 && (
          <ZoneFields hats={framework.hats} form={form} parent={look.parent} />
        )}
        <SaveBar draft={form.draft}>
          <Button variant="primary" name="intent" value="save" busy={sending}>
            {t("form.save")}
          </Button>
          <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
        </SaveBar>
      </Form>
      {children && <div className="mt-10">{children}</div>}
    </WithAside>
  );
}

function useRoleFields({ role, start }: RoleFormPage, answer: FormAnswer | undefined): RoleFields {
  const { t } = useTranslation("roles");
  return useFormFields<typeof roleFormInput>({
    id: "role",
    draft: role
      ? { name: `role:${role.id}:${role.validFrom ?? ""}`, seen: "revision", marks: true }
      : { name: "role-new", endsWhenSent: true },
    answer,
    start,
    say: ({ code, values }) => t(`problems.${code}`, { ...values }),
  });
}

function FormAside({ look, page }: { look: Props["page"]["look"]; page: RoleFormPage }) {
  const { t } = useTranslation("roles");
  return (
    <>
      <AsidePart title={t("form.aside.who")}>
        <MatchCount look={look} quiet />
      </AsidePart>
      <AsidePart title={t("form.aside.framework")}>
        <p className="text-ink-muted" dir="auto">
          {t("frameworkOf", { name: page.framework.name, version: page.framework.version })}
        </p>
      </AsidePart>
      <AsidePart title={t("form.aside.counts")}>
        <div className="text-ink-muted">
          <Points
            points={(["matrix", "reports", "rounds", "versions"] as const).map((key) =>
              t(`form.aside.${key}`),
            )}
          />
        </div>
      </AsidePart>
    </>
  );
}
