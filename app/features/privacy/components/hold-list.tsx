import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { HoldShown } from "../holds/holds-shown.server.ts";

/** For whom and for which rounds a hold stands, why, and the button that ends it. */
export function HoldList({ holds }: { holds: readonly HoldShown[] }) {
  const { t } = useTranslation("privacy");
  return (
    <Panel
      title={t("holds.title")}
      lead={t("holds.lead")}
      action={<ButtonLink href="/privacy/hold">{t("holds.place")}</ButtonLink>}
    >
      {holds.length === 0 ? (
        <p className="text-ink-muted">{t("holds.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {holds.map(({ id, kind, name, reason, since, by }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-4">
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-medium wrap-anywhere">
                  {t(`holds.${kind}`)}: <bdi>{name}</bdi>
                </p>
                {reason === null ? (
                  <p className="text-ink-muted">{t("holds.own")}</p>
                ) : (
                  <p className="whitespace-pre-line wrap-anywhere" dir="auto">
                    {reason}
                  </p>
                )}
                <p className="text-sm text-ink-muted">
                  {t("holds.since", { date: writtenDate(since), who: by ?? t("holds.gone") })}
                </p>
              </div>
              {reason !== null && (
                <Form method="post" action="/privacy">
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="hold" value={id} />
                  <Button size="small" aria-label={t("holds.endLabel", { name })}>
                    {t("holds.end")}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
