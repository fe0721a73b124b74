import { useTranslation } from "react-i18next";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Table } from "~/ui/table.tsx";
import { type OutboxEntry, outbox } from "../reads.server.ts";
import type { Route } from "./+types/outbox";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const found = await inOrganisation(platform, actor, (tx) => outbox(tx, actor, search));
  return { ...found, search, keeps: platform.mailer.kind === "outbox" };
}

/** What became of every letter; and, while no mail server is set, the letters themselves. */
export default function Outbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("notifications");
  const { entries, total, search, keeps } = loaderData;
  return (
    <>
      <title>{t("outbox.title")}</title>
      <PageHeader title={t("outbox.title")} lead={t(keeps ? "outbox.leadKept" : "outbox.lead")} />
      {keeps && entries.length > 0 && (
        <div className="mb-6 max-w-reading">
          <Notice title={t("outbox.warning.title")}>{t("outbox.warning.body")}</Notice>
        </div>
      )}
      {(entries.length > 0 || search !== "") && (
        <div className="mb-6">
          <SearchField label={t("outbox.search")} defaultValue={search} />
        </div>
      )}
      {entries.length === 0 ? (
        <EmptyState title={t(search === "" ? "outbox.empty.title" : "outbox.noMatch.title")}>
          {t(search === "" ? "outbox.empty.body" : "outbox.noMatch.body")}
        </EmptyState>
      ) : (
        <Table
          caption={t("outbox.caption")}
          captionHidden
          count={
            total > entries.length
              ? t("outbox.latest", { shown: entries.length, total })
              : t("outbox.count", { count: total })
          }
          columns={[
            {
              key: "to",
              header: t("outbox.to"),
              rowHeader: true,
              cell: (entry: OutboxEntry) => <Recipient entry={entry} />,
            },
            {
              key: "subject",
              header: t("outbox.subject"),
              cell: (entry: OutboxEntry) => <Subject entry={entry} keeps={keeps} />,
            },
            {
              key: "state",
              header: t("outbox.state"),
              cell: (entry: OutboxEntry) => <State entry={entry} />,
            },
          ]}
          rows={entries}
          rowKey={(entry) => entry.id}
        />
      )}
    </>
  );
}

function Recipient({ entry }: { entry: OutboxEntry }) {
  return (
    <span dir="auto">
      {entry.toName}
      <span className="block text-sm font-normal text-ink-muted">{entry.toAddress}</span>
    </span>
  );
}

function Subject({ entry, keeps }: { entry: OutboxEntry; keeps: boolean }) {
  if (!keeps || !entry.hasText || entry.state !== "kept") return entry.subject;
  return <Link href={`/outbox/${entry.id}`}>{entry.subject}</Link>;
}

function State({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation("notifications");
  const words = t(`outbox.states.${entry.state}`);
  return entry.lastError && entry.state !== "sent"
    ? `${words}: ${t("outbox.error", { code: entry.lastError })}`
    : words;
}
