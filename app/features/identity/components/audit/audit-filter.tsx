import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { type AuditQuery, auditParameters } from "../../audit/audit-query.ts";
import type { AuditPage } from "../../audit/read-audit.server.ts";

type Props = { query: AuditQuery; choices: AuditPage["choices"] };

/** Narrows what is shown, as a form whose answer is an address. */
export function AuditFilter({ query, choices }: Props) {
  const { t } = useTranslation("audit");
  const { t: anyText } = useTranslation();
  const server = choices.server && { value: choices.server, label: t("filter.server") };
  const narrowed = auditParameters(query).toString();
  return (
    <search>
      <form
        // A new key for every query: what was typed would otherwise outlive the address it belonged to.
        key={narrowed}
        method="get"
        action="/access/audit"
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3"
      >
        <Select
          name="action"
          label={t("filter.action")}
          placeholder={t("filter.all")}
          options={choices.acts.map(({ action, word }) => ({
            value: action,
            label: anyText(`${word}`, PLACES),
          }))}
          defaultValue={query.action ?? ""}
          width="full"
          className="max-sm:col-span-2"
        />
        <Select
          name="who"
          label={t("filter.who")}
          placeholder={t("filter.everybody")}
          options={[
            ...choices.who.map(({ value, name }) => ({ value, label: name })),
            ...(server ? [server] : []),
          ]}
          defaultValue={query.who ?? ""}
          width="full"
          className="max-sm:col-span-2"
        />
        <TextField
          name="from"
          type="date"
          label={t("filter.from")}
          defaultValue={query.from ?? ""}
          width="full"
        />
        <TextField
          name="to"
          type="date"
          label={t("filter.to")}
          defaultValue={query.to ?? ""}
          width="full"
        />
        <div className="col-span-2 flex flex-wrap gap-3">
          <Button className="w-fit">{t("filter.show")}</Button>
          {narrowed !== "" && <ButtonLink href="/access/audit">{t("filter.clear")}</ButtonLink>}
        </div>
      </form>
    </search>
  );
}

/** What stands in the place of counts and names where an act is named in general. */
const PLACES = { days: "…", lines: "…", people: "…", rows: "…", name: "…", reports: "…" };
