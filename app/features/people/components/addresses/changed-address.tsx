import { useTranslation } from "react-i18next";
import type { WaitingChange } from "~/features/identity/index.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { makersIn } from "./makers.ts";

/** On somebody's page: that their address was changed, by whom, and until when no letter with a link goes to it. */
export function ChangedAddress({ change }: { change: WaitingChange }) {
  const { t } = useTranslation("people");
  const { id, changedOn, until, to, noSecond } = change;
  const stands = until
    ? t(to === null ? "addresses.openRemoved" : "addresses.open", { until: writtenDate(until) })
    : t("addresses.refused");
  return (
    <div className="mb-6">
      <Notice
        title={t("addresses.person.title")}
        action={
          noSecond === null ? (
            <Form method="post" action="/people/addresses">
              <input type="hidden" name="change" value={id} />
              <Button name="intent" value="agree">
                {t("addresses.person.agree")}
              </Button>
            </Form>
          ) : (
            <Link href="/people/addresses">{t("addresses.title")}</Link>
          )
        }
      >
        {t("addresses.changed", { date: writtenDate(changedOn), by: makersIn(t, change) })} {stands}
      </Notice>
    </div>
  );
}
