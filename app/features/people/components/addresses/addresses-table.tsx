import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { Table } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { AddressesPage, NamedChange } from "../../addresses-page.server.ts";
import { PersonLink } from "../person-link.tsx";
import { makersIn } from "./makers.ts";

/** Every change that waits: whose, from what to what, by whom, until when, and who may agree. */
export function AddressesTable({ changes }: Pick<AddressesPage, "changes">) {
  const { t } = useTranslation("people");
  if (changes.total === 0)
    return <EmptyState title={t("addresses.empty.title")}>{t("addresses.empty.body")}</EmptyState>;
  return (
    <div>
      <Table
        caption={t("addresses.table.caption")}
        count={t("addresses.table.count", { count: changes.total })}
        rows={changes.entries}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "person",
            header: t("addresses.table.person"),
            rowHeader: true,
            cell: ({ personId, name }) => <PersonLink id={personId} name={name} />,
          },
          {
            key: "change",
            header: t("addresses.table.change"),
            cell: (change) => <FromTo {...change} />,
          },
          {
            key: "made",
            header: t("addresses.table.made"),
            cell: ({ changedOn, ...change }) => (
              <>
                {writtenDate(changedOn)}
                <span className="block text-ink-muted">
                  {t("addresses.table.by", { by: makersIn(t, change) })}
                </span>
              </>
            ),
          },
          {
            key: "opens",
            header: t("addresses.table.opens"),
            cell: ({ until }) =>
              until
                ? t("addresses.table.from", { date: writtenDate(until) })
                : t("addresses.table.refused"),
          },
          {
            key: "agree",
            folded: "below",
            header: t("addresses.table.agree"),
            cell: (change) => <Agreeing change={change} />,
          },
        ]}
      />
      <Pagination
        page={changes.page}
        pages={changes.pages}
        href={(page) => `/people/addresses?page=${page}`}
      />
    </div>
  );
}

function FromTo({ from, to }: Pick<NamedChange, "from" | "to">) {
  const { t } = useTranslation("people");
  return (
    <span className="wrap-anywhere">
      <span className="sr-only">{t("addresses.fromTo.from")} </span>
      <del className="text-ink-muted">
        {from ? <MailAddress address={from} /> : t("addresses.fromTo.none")}
      </del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t("addresses.fromTo.to")} </span>
      <ins className="font-medium no-underline">
        {to ? <MailAddress address={to} /> : t("addresses.fromTo.none")}
      </ins>
    </span>
  );
}

function Agreeing({ change }: { change: NamedChange }) {
  const { t } = useTranslation("people");
  const { id, name, noSecond, others, until } = change;
  if (noSecond === null)
    return (
      <Form method="post" action="/people/addresses">
        <input type="hidden" name="change" value={id} />
        <Button size="small" name="intent" value="agree" className="whitespace-nowrap">
          <span aria-hidden="true">
            {t(until ? "addresses.table.agree" : "addresses.table.agreeRefused")}
          </span>
          <VisuallyHidden>{t("addresses.table.agreeFor", { name })}</VisuallyHidden>
        </Button>
      </Form>
    );
  const reason = t(`addresses.reason.${noSecond}`);
  return (
    <>
      {noSecond === "readdressed" ? <Link href="/your-address">{reason}</Link> : reason}
      <span className="block text-ink-muted">{t("addresses.others", { count: others })}</span>
    </>
  );
}
