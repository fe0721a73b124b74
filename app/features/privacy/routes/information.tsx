import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import {
  type AudienceListed,
  readInformationPage,
} from "../information/information-page.server.ts";
import { mayWriteInformation } from "../policy.ts";
import type { Route } from "./+types/information";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayWriteInformation);
  const audiences = await readInformationPage(getPlatform(context), actor);
  if (!audiences) throw notFound();
  return { audiences };
}

/** What people are told of their data before they begin: a text for each who are told something else. */
export default function Information({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("information");
  const { t: ofPrivacy } = useTranslation("privacy");
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: ofPrivacy("place"), href: "/privacy" }]}
      />
      <WithAside
        label={ofPrivacy("aside.label")}
        aside={
          <AsidePart title={t("aside.title")}>
            <div className="text-ink-muted">
              <Points
                points={[t("aside.first"), t("aside.same"), t("aside.links"), t("aside.counts")]}
              />
            </div>
          </AsidePart>
        }
      >
        <div className="grid grid-cols-1 gap-6">
          {loaderData.audiences.map((each) => (
            <AudiencePanel key={each.audience} listed={each} />
          ))}
        </div>
      </WithAside>
    </>
  );
}

function AudiencePanel({ listed }: { listed: AudienceListed }) {
  const { t } = useTranslation("information");
  const { audience, holds, hasDraft, agreed } = listed;
  const href = `/privacy/information/${audience}`;
  const name = t(`audiences.${audience}.title`);
  return (
    <Panel title={name} lead={t(`audiences.${audience}.who`)}>
      <div className="grid gap-1">
        <p className="font-medium">
          {holds === null
            ? t("list.none")
            : t("list.holds", { number: holds.number, date: writtenDate(holds.publishedOn) })}
        </p>
        {holds && <p className="text-ink-muted">{t(`list.mode.${holds.mode}`)}</p>}
        {agreed !== null && <p className="text-ink-muted">{t("list.agreed", { count: agreed })}</p>}
        {hasDraft && <p className="text-ink-muted">{t("list.draft")}</p>}
      </div>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={href} aria-label={`${t(hasDraft ? "list.goOn" : "list.write")}: ${name}`}>
          {t(hasDraft ? "list.goOn" : "list.write")}
        </ButtonLink>
        {holds && (
          <ButtonLink
            href={`${href}/versions`}
            variant="quiet"
            aria-label={`${t("list.versions")}: ${name}`}
          >
            {t("list.versions")}
          </ButtonLink>
        )}
      </div>
    </Panel>
  );
}
