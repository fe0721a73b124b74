import { useTranslation } from "react-i18next";
import { listed, whole } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { RolesInRound as Roles } from "../../setup/roles-in-round.server.ts";

const SHOWN = 8;

/** Whose reports will know what matters in their role. */
export function RolesInRound({ roles, without, mayEdit }: Roles & { mayEdit: boolean }) {
  const { t } = useTranslation("cycle-setup");
  const known = roles.reduce((sum, { count }) => sum + count, 0);
  const names = roles.slice(0, SHOWN).map(({ name, count }) => `${name} (${whole(count)})`);
  if (roles.length > SHOWN) names.push(t("roles.more", { count: roles.length - SHOWN }));
  return (
    <Panel title={t("roles.title")}>
      <p className="max-w-reading">
        {known === 0
          ? t("roles.none")
          : t("roles.known", { count: known, all: whole(known + without), roles: listed(names) })}
      </p>
      {mayEdit && <Link href="/roles">{t("roles.edit")}</Link>}
    </Panel>
  );
}
