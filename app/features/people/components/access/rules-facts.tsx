import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";

/** The rules of access, for those who do not decide on them. */
export function RulesFacts({ page }: { page: AccessPage }) {
  const { t } = useTranslation("people");
  const { secondStepFor, leaversReadDays, addressWait } = page;
  return (
    <Panel title={t("access.rules.title")} lead={t("access.rules.lead")}>
      <DescriptionList
        items={[
          {
            term: t("access.rules.secondStep"),
            details: t(`access.secondStep.${secondStepFor}`),
          },
          {
            term: t("access.rules.leavers"),
            details: t("access.leavers.option", { count: leaversReadDays }),
          },
          {
            term: t("access.wait.days"),
            details: t("access.wait.option", { count: addressWait.holds }),
          },
        ]}
      />
    </Panel>
  );
}
