import { useTranslation } from "react-i18next";
import type { WaitingMove } from "~/features/identity/index.server.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";

/** A whole domain that was changed at once, and the one button by which a second administrator agrees. */
export function DomainMove({ move }: { move: WaitingMove }) {
  const { t } = useTranslation("people");
  const { batchId, from, to, count, noSecond } = move;
  return (
    <Panel title={t("addresses.move.title", { from, to, count })} lead={t("addresses.move.body")}>
      {noSecond === null ? (
        <Form method="post" action="/people/addresses">
          <input type="hidden" name="batch" value={batchId} />
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="to" value={to} />
          <Button variant="primary" name="intent" value="agree-domain">
            {t("addresses.move.agree", { count })}
          </Button>
        </Form>
      ) : (
        <p className="max-w-reading">{t(`addresses.problems.${noSecond}`)}.</p>
      )}
    </Panel>
  );
}
