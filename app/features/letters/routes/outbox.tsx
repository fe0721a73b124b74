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

const MINUTE_MS = 60_000;
/** What says that no mail server answered at all. */
const UNREACHABLE = ["ESOCKET", "ECONNECTION", "ECONNREFUSED", "ETIMEDOUT", "EDNS"];

/** What the table shows of a letter; minutes until it is tried again. */
type Entry = Omit<OutboxEntry, "nextTryAt"> & { triedAgainIn: number | null };

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const found = await inOrganisation(platform, actor, (tx) => outbox(platform, tx, actor, search));
  const now = platform.clock.now().getTime();
  const entries = found.entries.map(({ nextTryAt, ...entry }) => ({
    ...entry,
    triedAgainIn: nextTryAt && Math.max(0, Math.ceil((nextTryAt.getTime() - now) / MINUTE_MS)),
  }));
  return { ...found, entries, search, mail: platform.mailer.kind };
}

/** What became of every letter; and, in the demonstration, the letters themselves. */
export default function Outbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("notifications");
  const { entries, total, search, mail } = loaderData;
  return (
    <>
      <title>{t("outbox.title")}</title>
      <PageHeader title={t("outbox.title")} lead={t(`outbox.lead.${mail}`)} />
      {(mail === "none" || (mail === "outbox" && entries.length > 0)) && (
        <div className="mb-6 max-w-reading">
          <Notice title={t(`outbox.notice.${mail}.title`)}>
            {t(`outbox.notice.${mail}.body`)}
          </Notice>
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
              cell: (entry: Entry) => <Recipient entry={entry} />,
            },
            {
              key: "subject",
              header: t("outbox.subject"),
              cell: (entry: Entry) => <Subject entry={entry} />,
            },
            {
              key: "state",
              header: t("outbox.state"),
              cell: (entry: Entry) => <State entry={entry} />,
            },
          ]}
          rows={entries}
          rowKey={(entry) => entry.id}
        />
      )}
    </>
  );
}

function Recipient({ entry }: { entry: Entry }) {
  return (
    <span dir="auto">
      {entry.toName}
      <span className="block text-sm font-normal text-ink-muted">{entry.toAddress}</span>
    </span>
  );
}

function Subject({ entry }: { entry: Entry }) {
  if (!entry.readable) return entry.subject;
  return <Link href={`/outbox/${entry.id}`}>{entry.subject}</Link>;
}

function State({ entry }: { entry: Entry }) {
  const { t } = useTranslation("notifications");
  const { state, lastError, triedAgainIn } = entry;
  const words = [t(`outbox.states.${state}`)];
  if (lastError && state !== "sent") words.push(t(reasonKey(lastError), { code: lastError }));
  if (state === "queued" && triedAgainIn !== null)
    words.push(t("outbox.nextTry", { count: triedAgainIn }));
  const [first, ...more] = words;
  return (
    <>
      {first}
      {more.length > 0 && <span className="block text-sm text-ink-muted">{more.join("; ")}</span>}
    </>
  );
}

function reasonKey(code: string) {
  if (code === "too-late") return "outbox.tooLate";
  if (code === "withdrawn") return "outbox.withdrawn";
  if (code === "no-server") return "outbox.noServer";
  return UNREACHABLE.includes(code) ? "outbox.unreachable" : "outbox.error";
}
