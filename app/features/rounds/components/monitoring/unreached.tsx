import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { Monitoring } from "../../monitoring/monitoring-page.server.ts";
import type { RoundWays } from "./ways.ts";

type Props = NonNullable<Monitoring["unreached"]> & { subject: RoundWays["subject"] };

/** Who declined, with their reasons, and whose address does not exist. */
export function Unreached({ subject, declined, bounced }: Props) {
  const { t } = useTranslation(["monitoring", "relationships", "decline"]);
  if (declined.length === 0 && bounced.length === 0)
    return <EmptyState title={t("unreached.empty.title")}>{t("unreached.empty.body")}</EmptyState>;
  return (
    <div className="grid gap-8">
      {declined.length > 0 && (
        <Table
          caption={t("unreached.declined")}
          count={t("unreached.declinedCount", { count: declined.length })}
          rows={declined}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("people.name"),
              rowHeader: true,
              cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
            },
            {
              key: "about",
              header: t("unreached.about"),
              cell: ({ subjectId, subjectName, relationship }) => (
                <>
                  <Link tone="quiet" href={subject(subjectId)}>
                    <bdi>{subjectName}</bdi>
                  </Link>
                  <span className="block text-ink-muted">
                    {t(`groups.${relationship}`, { ns: "relationships" })}
                  </span>
                </>
              ),
            },
            {
              key: "reason",
              header: t("unreached.reason"),
              cell: ({ reason, own }) =>
                reason ? (
                  <>
                    {t(`reasons.${reason.reason}`, { ns: "decline" })}
                    {reason.text && (
                      <bdi className="block wrap-anywhere text-ink-muted">{reason.text}</bdi>
                    )}
                  </>
                ) : (
                  <span className="text-ink-muted">
                    {t(own ? "unreached.ownReason" : "unreached.noReason")}
                  </span>
                ),
            },
          ]}
        />
      )}
      {bounced.length > 0 && (
        <Table
          caption={t("unreached.bounced")}
          count={t("unreached.bouncedCount", { count: bounced.length })}
          rows={bounced}
          rowKey={({ address }) => address}
          columns={[
            {
              key: "name",
              header: t("people.name"),
              rowHeader: true,
              cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
            },
            {
              key: "address",
              header: t("unreached.address"),
              cell: ({ address }) => <span className="wrap-anywhere">{address}</span>,
            },
          ]}
        />
      )}
    </div>
  );
}
