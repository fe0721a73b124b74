import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";

type Props = {
  email: string;
  /** What is to take its place, and when; null where nothing is. */
  wish: { to: string; due: string; reached: boolean } | null;
};

/** The address one signs in with, and the way to another one. */
export function AddressPanel({ email, wish }: Props) {
  const { t } = useTranslation("own-address");
  return (
    <Panel
      title={t("title")}
      lead={t("lead", { email })}
      action={
        !wish && (
          <ButtonLink size="small" href="/account/address">
            {t("change")}
          </ButtonLink>
        )
      }
    >
      {wish && (
        <Form method="post" action="/account/address" className="grid gap-3">
          <p className="max-w-reading wrap-anywhere">
            {t(wish.reached ? "waitsReached" : "waits", {
              email,
              to: wish.to,
              date: writtenDate(wish.due),
            })}
          </p>
          <Button variant="caution" name="intent" value="stop" className="w-fit">
            {t("stop")}
          </Button>
        </Form>
      )}
    </Panel>
  );
}
