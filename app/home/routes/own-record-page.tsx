import { useTranslation } from "react-i18next";
import { requireRecentReader } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { RecordEntries } from "../components/record-part.tsx";
import { readOwnRecord } from "../read-own-record.server.ts";
import type { Route } from "./+types/own-record-page";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = await requireRecentReader(context, request);
  const record = await readOwnRecord(getPlatform(context), actor);
  if (!record) throw notFound();
  return record;
}

const WITHOUT = ["answers", "said", "history", "traces"] as const;

/** Everything that is kept of whoever asks, in words and for paper. */
export default function OwnRecord({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("record");
  const { organisation, madeOn, parts } = loaderData;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead", { organisation, date: writtenDate(madeOn) })}
        breadcrumbs={[{ label: t("back"), href: "/account" }]}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <div data-print="never">
            <AsidePart title={t("aside.title")}>
              <div className="grid gap-4 text-sm text-ink-muted">
                <p>{t("aside.body")}</p>
                <ButtonLink href="/account/record.json" reloadDocument className="w-fit">
                  {t("download")}
                </ButtonLink>
                <p>{t("aside.print")}</p>
              </div>
            </AsidePart>
          </div>
        }
      >
        <div className="grid grid-cols-1 gap-8">
          {parts.map((part) => (
            <Panel key={part.key} title={part.title}>
              <RecordEntries part={part} level={3} />
            </Panel>
          ))}
          <Panel title={t("without.title")} lead={t("without.lead")}>
            <ul className="grid max-w-reading list-disc gap-2 ps-5">
              {WITHOUT.map((each) => (
                <li key={each}>{t(`without.${each}`)}</li>
              ))}
            </ul>
          </Panel>
        </div>
      </WithAside>
    </>
  );
}
