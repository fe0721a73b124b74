import { useTranslation } from "react-i18next";
import { Form, useNavigation } from "react-router";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import type { RoleForm } from "../domain/read-role-form.ts";
import { RoleFields, type RoleFramework } from "./role-fields.tsx";
import { type RoleRefusal, useRoleProblems } from "./role-problems.ts";

type Props = {
  title: string;
  framework: RoleFramework;
  values: RoleForm;
  revision?: number;
  refusal: RoleRefusal | null;
};

/** The form for a role, new or not. */
export function RolePage({ title, framework, values, revision, refusal }: Props) {
  const { t } = useTranslation("frameworks");
  const problems = useRoleProblems(refusal, framework);
  const sending = useNavigation().state === "submitting";
  const errors = Object.fromEntries(
    problems.flatMap(({ field, message }) => (field ? [[field, message]] : [])),
  );
  return (
    <>
      <title>{title}</title>
      <PageHeader
        breadcrumbs={[{ label: t("roles.title"), href: "/roles" }]}
        title={title}
        lead={t("role.lead")}
      />
      <Form method="post" noValidate className="grid max-w-reading gap-8">
        <ErrorSummary problems={problems} />
        {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
        <RoleFields {...{ framework, values, errors }} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" wide busy={sending}>
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
