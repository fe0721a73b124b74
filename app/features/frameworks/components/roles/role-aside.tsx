import { useTranslation } from "react-i18next";
import { decimal, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Facts } from "~/ui/facts.tsx";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { RolePage } from "../../roles/role-page.server.ts";

/** Versions of a role with their dates, what it is related to, and files of it. */
export function RoleAside({ page, today }: { page: RolePage; today: string }) {
  const { t } = useTranslation("roles");
  const { id, versions, parents, heirs, zone, hats } = page;
  return (
    <>
      <AsidePart title={t("page.versions")}>
        <ul className="grid gap-3">
          {versions.map(({ version, validFrom, stands }) => (
            <li key={version}>
              <Link
                href={stands === "now" ? `/roles/${id}` : `/roles/${id}?on=${validFrom}`}
                aria-current={version === page.version?.version ? "page" : undefined}
              >
                {t("page.versionFrom", { version, date: writtenDate(validFrom) })}
              </Link>
              <span className="mb-1 block text-sm text-ink-muted">
                {t(`page.stands.${stands}`)}
              </span>
              {stands === "planned" && page.archivedOn === null && (
                <ButtonLink size="small" href={`/roles/${id}/edit?version=${version}`}>
                  {t("page.editPlanned", { date: writtenDate(validFrom) })}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
        {page.on !== today && (
          <p className="mt-3">
            <Link href={`/roles/${id}`}>{t("page.toToday")}</Link>
          </p>
        )}
      </AsidePart>
      {(parents.length > 0 || heirs.length > 0) && (
        <AsidePart title={t("page.family")}>
          <Related label={t("page.inheritsFrom")} roles={parents} />
          <Related label={t("page.heirs")} roles={heirs} />
        </AsidePart>
      )}
      {zone && (
        <AsidePart title={t("form.zone")}>
          <Facts
            items={hats.flatMap(({ key, name }) => {
              const ends = zone.zone[key];
              return ends ? [{ term: name, details: t("page.between", signed(ends)) }] : [];
            })}
          />
          {zone.from && (
            <p className="mt-2 text-sm text-ink-muted">
              {t("page.from", { role: zone.from.name })}
            </p>
          )}
        </AsidePart>
      )}
      <AsidePart title={t("list.export")}>
        <ul className="grid gap-1">
          {(["xlsx", "csv"] as const).map((format) => (
            <li key={format}>
              <Link href={`/roles/export/${format}?role=${id}`} reloadDocument>
                {t(`formats.${format}`)}
              </Link>
            </li>
          ))}
        </ul>
      </AsidePart>
    </>
  );
}

function signed({ low, high }: { low: number; high: number }) {
  return { low: decimal(low, 1), high: decimal(high, 1) };
}

function Related({ label, roles }: { label: string; roles: RolePage["heirs"] }) {
  if (roles.length === 0) return null;
  return (
    <>
      <p className="text-sm text-ink-muted">{label}</p>
      <ul className="mb-2 grid gap-1">
        {roles.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/roles/${id}`} dir="auto">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
