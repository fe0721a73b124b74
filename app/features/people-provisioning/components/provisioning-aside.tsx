import { useTranslation } from "react-i18next";
import { Points } from "~/ui/points.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { ProvisioningPage } from "../provisioning-page.server.ts";

const DOES = ["may", "takesOver", "leave", "address", "history", "never"] as const;

/** What an identity provider keeps, and what it may do. */
export function ProvisioningAside({ page: { counts } }: { page: ProvisioningPage }) {
  const { t } = useTranslation("provisioning");
  const { people, groups, awaiting } = counts;
  return (
    <>
      <AsidePart title={t("counts.title")}>
        {people === 0 && groups === 0 ? (
          <p className="text-ink-muted">{t("counts.none")}</p>
        ) : (
          <div className="text-ink-muted">
            <Points
              points={[
                t("counts.people", { count: people }),
                t("counts.groups", { count: groups }),
                ...(awaiting > 0 ? [t("counts.awaiting", { count: awaiting })] : []),
              ]}
            />
          </div>
        )}
      </AsidePart>
      <AsidePart title={t("aside.title")}>
        <div className="text-ink-muted">
          <Points points={DOES.map((each) => t(`aside.${each}`))} />
        </div>
      </AsidePart>
    </>
  );
}
