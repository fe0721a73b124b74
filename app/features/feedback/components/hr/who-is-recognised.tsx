import { useTranslation } from "react-i18next";
import { Points } from "~/ui/points.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { NominationPage } from "../../nomination/nomination-page.server.ts";

/** Whose answers stand by themselves in the report, and whose never do. */
export function WhoIsRecognised({ page }: { page: NominationPage }) {
  const { t } = useTranslation("feedback-hr");
  const { own, choice } = page;
  const minimum = page.minimum.needed;
  const context = own ? undefined : "hr";
  return (
    <AsidePart title={t("nomination.explain.title", { context })}>
      <Points
        points={[
          t("nomination.explain.manager", { context }),
          t("nomination.explain.group", { minimum }),
          ...(page.outside ? [t("nomination.explain.outside", { context, minimum })] : []),
          ...(choice.list === "shaped"
            ? [t("nomination.explain.shaped", { context, minimum, agreed: page.minimum.agreed })]
            : []),
          t("nomination.explain.more", { minimum }),
        ]}
      />
    </AsidePart>
  );
}
