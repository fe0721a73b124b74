import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import type { SharePlanPage } from "../../plan/share-page.server.ts";

/** Who can read the plan today, each with the button that ends it. */
export function PlanReaders({ readers }: Pick<SharePlanPage, "readers">) {
  const { t } = useTranslation("plan");
  return (
    <section aria-labelledby="readers" className="grid gap-3">
      <h2 id="readers" className="text-lg font-semibold">
        {t("share.now")}
      </h2>
      {readers.length === 0 && <p className="text-ink-muted">{t("aside.nobody")}</p>}
      <ul className="divide-y divide-line">
        {readers.map(({ grantId, name, reader, endsOn, isStill }) => (
          <li key={grantId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="wrap-anywhere">
              {t("aside.reader", {
                ...{ name, as: t(`share.readerShort.${reader}`), date: writtenDate(endsOn) },
              })}
              {!isStill && <span className="text-ink-muted"> {t("aside.notStill")}</span>}
            </span>
            <Form method="post">
              <input type="hidden" name="grant" value={grantId} />
              <Button size="small" name="intent" value="take-back">
                {t("share.takeBack")}
                <span className="sr-only">: {name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
