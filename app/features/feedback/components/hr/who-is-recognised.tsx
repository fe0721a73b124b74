import { useTranslation } from "react-i18next";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "./points.tsx";

/** Whose answers stand by themselves in the report, and whose never do. */
export function WhoIsRecognised({ minimum, own }: { minimum: number; own: boolean }) {
  const { t } = useTranslation("feedback-hr");
  const context = own ? undefined : "hr";
  return (
    <Panel title={t("nomination.explain.title", { context })}>
      <Points
        points={[
          t("nomination.explain.manager", { context }),
          t("nomination.explain.group", { minimum }),
          t("nomination.explain.more", { minimum }),
        ]}
      />
    </Panel>
  );
}
