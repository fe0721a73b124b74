import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { WithAside } from "~/ui/with-aside.tsx";
import type { RoleForm, roleInput } from "../domain/read-role-form.ts";
import { RoleAside } from "./role-aside.tsx";
import { RoleFields, type RoleFramework } from "./role-fields.tsx";

type Props = {
  title: string;
  framework: RoleFramework;
  values: RoleForm;
  /** Which role it is of, and how often that was saved; left out, of a new one. */
  saved?: { id: string; revision: number };
  answer: FormAnswer | undefined;
  /** Below the form. */
  children?: ReactNode;
};

/** The form for a role, new or not. */
export function RolePage({ title, framework, values, saved, answer, children }: Props) {
  const { t } = useTranslation("frameworks");
  const form = useFormFields<typeof roleInput>({
    id: "role",
    draft: saved
      ? { name: `role:${saved.id}`, seen: "revision", marks: true }
      : { name: "role-new", endsWhenSent: true },
    answer,
    start: values,
    say: ({ field, code, values: { hat, title } = {} }) => {
      if (field === undefined) return t(`role.problems.${code}`);
      if (code !== "range") return t(`role.problems.${field}.${code}`, { title });
      return t("role.problems.range", {
        hat: framework.hats.find(({ key }) => key === hat)?.name ?? "",
      });
    },
  });
  const sending = useNavigation().state === "submitting";
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("roles.title"), href: "/roles" }]}
        title={title}
        lead={t("role.lead")}
      />
      <WithAside
        label={t("role.aside.label")}
        aside={<RoleAside framework={framework} formId={form.form.id} values={values} />}
      >
        <Form {...form.form} className="grid max-w-reading gap-8">
          <ErrorSummary problems={form.problems} />
          {saved && <input type="hidden" name="revision" value={saved.revision} />}
          <RoleFields {...{ framework, form }} />
          <SaveBar draft={form.draft}>
            <Button variant="primary" name="intent" value="save" busy={sending}>
              {t("role.save")}
            </Button>
            <ButtonLink href="/roles">{t("role.cancel")}</ButtonLink>
          </SaveBar>
        </Form>
        {children && <div className="mt-10">{children}</div>}
      </WithAside>
    </>
  );
}
