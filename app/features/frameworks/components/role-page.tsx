import { useTranslation } from "react-i18next";
import { Form, useNavigation } from "react-router";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { RoleForm, roleInput } from "../domain/read-role-form.ts";
import { RoleFields, type RoleFramework } from "./role-fields.tsx";

type Props = {
  title: string;
  framework: RoleFramework;
  values: RoleForm;
  revision?: number;
  answer: FormAnswer | undefined;
};

/** The form for a role, new or not. */
export function RolePage({ title, framework, values, revision, answer }: Props) {
  const { t } = useTranslation("frameworks");
  const form = useFormFields<typeof roleInput>({
    id: "role",
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
      <title>{title}</title>
      <PageHeader
        breadcrumbs={[{ label: t("roles.title"), href: "/roles" }]}
        title={title}
        lead={t("role.lead")}
      />
      <Form {...form.form} className="grid max-w-reading gap-8">
        <ErrorSummary problems={form.problems} />
        {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
        <RoleFields {...{ framework, form }} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" name="intent" value="save" wide busy={sending}>
            {t("role.save")}
          </Button>
          <ButtonLink href="/roles" wide>
            {t("role.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
