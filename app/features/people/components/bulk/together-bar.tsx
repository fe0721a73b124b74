import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Select } from "~/ui/select.tsx";
import { Tick } from "~/ui/tick.tsx";
import { TickBar } from "~/ui/tick-bar.tsx";
import { TOGETHER } from "../../domain/bulk/selection.ts";
import { type DirectoryQuery, directoryParameters } from "../../domain/directory-query.ts";

/** The form to which the ticks of the list belong. */
export const TOGETHER_FORM = "together";

/** Below the list: what to change, of those ticked or of all who match. Nothing is changed before it was looked at. */
export function TogetherBar({ query, total }: { query: DirectoryQuery; total: number }) {
  const { t } = useTranslation("people-together");
  return (
    <TickBar title={t("bar.title")} lead={t("bar.lead")}>
      <Form
        id={TOGETHER_FORM}
        method="get"
        action="/people/together"
        className="flex flex-wrap items-end gap-3"
      >
        {[...directoryParameters(query, { page: 1 })].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select
          name="what"
          label={t("bar.what")}
          width="medium"
          options={TOGETHER.map((value) => ({ value, label: t(`what.${value}`) }))}
        />
        <Button name="who" value="ticked">
          {t("bar.ticked")}
        </Button>
        <Button name="who" value="all">
          {t("bar.all", { count: total })}
        </Button>
      </Form>
    </TickBar>
  );
}

/** Ticks one person of the list for it. */
export function TogetherTick({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("people-together");
  return <Tick label={t("bar.tick", { name })} form={TOGETHER_FORM} name="p" value={id} />;
}
