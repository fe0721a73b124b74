import { useTranslation } from "react-i18next";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { readyRolesIn } from "../domain/roles/ready-made.ts";
import { levelledFrameworks } from "../levelled/levelled-reads.server.ts";
import { readyMade } from "../roles/ready-made.server.ts";
import type { Route } from "./+types/roles-ready";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const frameworks = await inOrganisation(getPlatform(context), actor, (tx) =>
    levelledFrameworks(tx, actor),
  );
  const ready = readyRolesIn(readyMade(), readerLanguage());
  return {
    frameworks,
    ready: ready.map(({ key, name, summary }) => ({ key, name, summary })),
  };
}

/** Where a new role begins: a profile ready to copy, or an empty one in any framework. */
export default function ReadyRoles({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("roles");
  const { ready, frameworks } = loaderData;
  return (
    <>
      <PageTitle>{t("ready.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("list.title"), href: "/roles" }]}
        title={t("ready.title")}
        lead={t("ready.lead")}
      />
      <WithAside
        label={t("ready.beside")}
        aside={
          <>
            <AsidePart title={t("ready.empty")}>
              <ul className="grid gap-2">
                {frameworks.map(({ framework, name }) => (
                  <li key={framework}>
                    <Link href={`/roles/new?framework=${encodeURIComponent(framework)}`}>
                      {t("ready.emptyIn", { framework: name })}
                    </Link>
                  </li>
                ))}
              </ul>
            </AsidePart>
            <AsidePart title={t("ready.own")}>
              <p className="text-ink-muted">{t("ready.ownBody")}</p>
            </AsidePart>
          </>
        }
      >
        <ul className="grid divide-y divide-line border-y border-line">
          {ready.map(({ key, name, summary }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
              <div className="min-w-0 flex-[1_1_20rem]">
                <h2 className="font-serif text-xl font-semibold">{name}</h2>
                <p className="text-ink-muted">{summary}</p>
              </div>
              <ButtonLink
                size="small"
                href={`/roles/new?from=${key}`}
                aria-label={t("ready.copyOf", { name })}
              >
                {t("ready.copy")}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </WithAside>
    </>
  );
}
