import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { KnownToken } from "../tokens/token-reads.server.ts";

type Props = { tokens: readonly KnownToken[]; revoking: string | null };

/** The tokens that open something. Revoking is asked about once, in the row itself. */
export function TokenList({ tokens, revoking }: Props) {
  const { t } = useTranslation("provisioning");
  return (
    <Panel title={t("tokens.title")} lead={t(tokens.length === 0 ? "tokens.none" : "tokens.lead")}>
      {tokens.length > 0 && (
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <li key={token.id} className="grid gap-3 py-4 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
                <Told token={token} />
                {revoking !== token.id && (
                  <ButtonLink
                    size="small"
                    href={`/people/provisioning?revoke=${token.id}`}
                    preventScrollReset
                  >
                    {t("tokens.revoke")}
                    <VisuallyHidden> {token.name}</VisuallyHidden>
                  </ButtonLink>
                )}
              </div>
              {revoking === token.id && <Revoking token={token} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Told({ token: { name, madeBy, madeOn, lastUsedOn } }: { token: KnownToken }) {
  const { t } = useTranslation("provisioning");
  const date = writtenDate(madeOn);
  const made = madeBy ? t("tokens.made", { by: madeBy, date }) : t("tokens.madeByNobody", { date });
  const used = lastUsedOn
    ? t("tokens.used", { date: writtenDate(lastUsedOn) })
    : t("tokens.unused");
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-semibold wrap-anywhere">
        <bdi>{name}</bdi>
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">
        {made} · {used}
      </p>
    </div>
  );
}

function Revoking({ token: { id, name } }: { token: KnownToken }) {
  const { t } = useTranslation("provisioning");
  return (
    <div className="rounded-large border border-line bg-sunken p-4">
      <p className="max-w-reading wrap-anywhere">{t("tokens.asks", { name })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Form method="post" action="/people/provisioning">
          <input type="hidden" name="intent" value="revoke" />
          <input type="hidden" name="token" value={id} />
          <Button variant="danger">{t("tokens.confirm")}</Button>
        </Form>
        <ButtonLink href="/people/provisioning" preventScrollReset>
          {t("tokens.keep")}
        </ButtonLink>
      </div>
    </div>
  );
}
