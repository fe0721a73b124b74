import { useTranslation } from "react-i18next";
import { listedNames, whole, writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import type { Period } from "../domain/period.ts";
import type { Forgotten, KindShown } from "../retention/retention-page.server.ts";

/** One kind of data: how long it is kept, and what goes when. */
export function KindPanel({ kind }: { kind: KindShown }) {
  const { t } = useTranslation("privacy");
  const { t: anyText } = useTranslation();
  const period = usePeriodText();
  const { name, words, choices, years, waits, tonight, ahead } = kind;
  return (
    <Panel
      title={anyText(`${words}.title`)}
      lead={`${anyText(`${words}.what`)} ${anyText(`${words}.age`)}`}
      level={3}
    >
      <Form method="post" action="/privacy" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="period" />
        <input type="hidden" name="kind" value={name} />
        <Select
          // What was chosen elsewhere meanwhile is what it shows.
          key={years ?? 0}
          name="years"
          id={`years-${name}`}
          label={t("kinds.keep")}
          options={[0, ...choices].map((each) => ({
            value: String(each),
            label: period(each === 0 ? null : each),
          }))}
          defaultValue={String(years ?? 0)}
          width="medium"
        />
        <Button aria-label={`${t("kinds.save")}: ${anyText(`${words}.title`)}`}>
          {t("kinds.save")}
        </Button>
      </Form>
      {waits && (
        <p className="font-medium">
          {t("waits", {
            ...{ date: writtenDate(waits.from), period: period(years) },
            before: period(waits.before),
          })}
        </p>
      )}
      {ahead === null ? (
        <p className="text-ink-muted">{t("nothing")}</p>
      ) : (
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <Span name={t("tonight")} forgotten={tonight} />
          <Span name={t("ahead")} forgotten={ahead} />
        </dl>
      )}
    </Panel>
  );
}

function Span({ name, forgotten }: { name: string; forgotten: Forgotten | null }) {
  const { t } = useTranslation("privacy");
  if (forgotten === null) return <Fact name={name} lines={[t("notYet")]} />;
  const { count, held, samples } = forgotten;
  const goes = t("goes", { count, shown: whole(count) });
  const lines = [
    goes,
    ...(samples.length > 0 ? [t("samples", { names: listedNames([...new Set(samples)]) })] : []),
    ...(held > 0 ? [t("held", { count: held })] : []),
  ];
  return <Fact name={name} lines={lines} />;
}

function Fact({ name, lines: [first, ...more] }: { name: string; lines: readonly string[] }) {
  return (
    <div>
      <dt className="text-sm text-ink-muted">{name}</dt>
      <dd>
        <p className="font-medium tabular-nums">{first}</p>
        {more.map((line) => (
          <p key={line} className="text-sm text-ink-muted wrap-anywhere" dir="auto">
            {line}
          </p>
        ))}
      </dd>
    </div>
  );
}

/** How long, in words. */
function usePeriodText(): (period: Period) => string {
  const { t } = useTranslation("privacy");
  return (period) => (period === null ? t("kinds.forEver") : t("kinds.years", { count: period }));
}
