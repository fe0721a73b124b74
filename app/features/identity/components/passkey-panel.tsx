import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { PasskeyView } from "../passkeys/passkey-view.ts";

type Props = { passkeys: readonly PasskeyView[]; mayAdd: boolean };

/** The passkeys of an account, and the way to another one. */
export function PasskeyPanel({ passkeys, mayAdd }: Props) {
  const { t } = useTranslation("passkeys");
  const count = passkeys.length;
  return (
    <Panel
      title={t("title")}
      lead={count > 0 ? t("have", { count }) : t("none")}
      action={
        mayAdd && (
          <ButtonLink size="small" href="/account/passkeys">
            {t("add")}
          </ButtonLink>
        )
      }
    >
      {count > 0 && (
        <ul className="divide-y divide-line">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Passkey({ passkey: { id, name, since, lastDay } }: { passkey: PasskeyView }) {
  const { t } = useTranslation("passkeys");
  const sending = useNavigation().state === "submitting";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere" dir="auto">
          {name}
        </p>
        <p className="text-sm text-ink-muted">
          {lastDay === null
            ? t("since", { since: writtenDate(since) })
            : t("used", { since: writtenDate(since), last: writtenDate(lastDay) })}
        </p>
      </div>
      <Form method="post" action="/account/passkeys">
        <input type="hidden" name="passkey" value={id} />
        <Button size="small" name="intent" value="remove" busy={sending}>
          <span aria-hidden="true">{t("remove")}</span>
          <VisuallyHidden>{t("removeOne", { name })}</VisuallyHidden>
        </Button>
      </Form>
    </li>
  );
}
