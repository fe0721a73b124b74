import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { Panel } from "~/ui/panel.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import type { LimitedTo } from "../../domain/units.ts";
import type { UnitsPage } from "../../units/units-page.server.ts";

type Props = { page: UnitsPage; office: "admin" | "analyst" };

/** The units an office has, and others to tick, found by their name. Whatever is not on the screen stays as it is. */
export function UnitsForm({ page, office }: Props) {
  const { t } = useTranslation("units");
  const { who, whole, chosen, others, search } = page;
  const kept = { ...whoseOf(who), office };
  const shown = [...chosen, ...others];
  const at = (number: number) =>
    `/access/units?${new URLSearchParams({ ...kept, q: search, page: String(number) })}`;
  return (
    <Panel title={t("choose")}>
      {whole && <Notice>{t("whole", { name: who.name })}</Notice>}
      <SearchField action="/access/units" label={t("search")} defaultValue={search} keep={kept} />
      <Form
        // A new key for every list: ticks would otherwise outlive the units they belonged to.
        key={`${page.seen}\n${shown.map(({ name }) => name).join("\n")}`}
        method="post"
        // A refusal comes back to the same list.
        action={at(page.page)}
        className="grid gap-6"
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {page.seen !== null && <input type="hidden" name="seen" value={page.seen} />}
        {shown.map(({ name }) => (
          <input key={name} type="hidden" name="shown" value={name} />
        ))}
        {chosen.length > 0 && <Ticks id="chosen" legend={t("chosen")} units={chosen} ticked />}
        {others.length > 0 && <Ticks id="others" legend={t("others")} units={others} />}
        {others.length === 0 && (
          <p className="text-ink-muted">{t(search ? "noneFound" : "none", { search })}</p>
        )}
        <Pagination page={page.page} pages={page.pages} href={at} />
        {page.pages > 1 && <p className="text-sm text-ink-muted">{t("onePage")}</p>}
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t(who.person ? "give" : "save")}</Button>
          <ButtonLink href="/access">{t("leave")}</ButtonLink>
        </div>
      </Form>
    </Panel>
  );
}

type TicksProps = { id: string; legend: string; units: readonly LimitedTo[]; ticked?: boolean };

function Ticks({ id, legend, units, ticked = false }: TicksProps) {
  const { t } = useTranslation("units");
  const names = units.map(({ name }) => name);
  return (
    <CheckboxGroup
      name="unit"
      id={id}
      legend={legend}
      choices={units.map(({ name, people }) => ({
        value: name,
        label: <bdi>{name}</bdi>,
        hint: people === 0 ? t("empty") : t("people", { count: people }),
      }))}
      defaultValues={ticked ? names : []}
    />
  );
}

function whoseOf({ person, membership }: UnitsPage["who"]): Record<string, string> {
  if (person) return { person };
  return membership ? { membership } : {};
}
