import { useTranslation } from "react-i18next";
import { Facts } from "~/ui/facts.tsx";
import { Points } from "~/ui/points.tsx";
import { useTyped } from "~/ui/use-typed.ts";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { RoleForm } from "../domain/read-role-form.ts";
import { importances } from "../domain/role-profile.ts";
import type { RoleFramework } from "./role-fields.tsx";

type Props = { framework: RoleFramework; formId: string; values: RoleForm };

/** What stands out in a role as it is being described, and where that counts. */
export function RoleAside({ framework, formId, values }: Props) {
  const { t } = useTranslation("frameworks");
  const typed = useTyped(formId);
  const chosen = (key: string) => (typed ? typed[`importance.${key}`] : values.importance[key]);
  const marked = importances.toReversed().map((importance) => ({
    importance,
    names: framework.competencies
      .filter(({ key }) => chosen(key) === importance)
      .map(({ name }) => name),
  }));
  return (
    <>
      <AsidePart title={t("role.aside.marked")}>
        <Facts
          items={marked.map(({ importance, names }) => ({
            term: t(`role.levels.${importance}`),
            details:
              names.length === 0
                ? t("roles.none")
                : names.map((name) => (
                    <span key={name} className="block">
                      {name}
                    </span>
                  )),
          }))}
        />
      </AsidePart>
      <AsidePart title={t("role.aside.counts")}>
        <div className="text-ink-muted">
          <Points points={[t("role.aside.suggestions"), t("role.aside.rounds")]} />
        </div>
      </AsidePart>
    </>
  );
}
