import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { KnownProvider } from "../providers/provider-reads.server.ts";

type Props = { providers: readonly KnownProvider[]; removing: string | null };

/** The organisation's providers. Removing is asked about once, in the row itself. */
export function ProviderList({ providers, removing }: Props) {
  const { t } = useTranslation("sign-on");
  return (
    <Panel
      title={t("providers.title")}
      lead={t(providers.length ? "providers.lead" : "providers.none")}
      action={
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="small" href="/access/sign-on/new">
            {t("providers.add")}
          </ButtonLink>
          <ButtonLink size="small" href="/access/sign-on/new-saml">
            {t("providers.addSaml")}
          </ButtonLink>
        </div>
      }
    >
      {providers.length > 0 && (
        <p className="pb-4">
          <Link href="/access/sign-on/links">{t("providers.links")}</Link>
        </p>
      )}
      {providers.length > 0 && (
        <ul className="divide-y divide-line">
          {providers.map((each) => (
            <li key={each.id} className="grid gap-3 py-4 first:pt-0 last:pb-0">
              <Row provider={each} />
              {removing === each.id && <Removing provider={each} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ provider }: { provider: KnownProvider }) {
  const { t } = useTranslation("sign-on");
  const { id, name, kind, issuer, on } = provider;
  const called = <VisuallyHidden> {name}</VisuallyHidden>;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
          <Badge tone={on ? "success" : "neutral"}>
            {t(on ? "providers.on" : "providers.off")}
          </Badge>
        </p>
        <p className="text-sm text-ink-muted wrap-anywhere">
          {t(`kinds.${kind}`)} · {issuer}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="small" href={`/access/sign-on/${id}`}>
          {t("providers.change")}
          {called}
        </ButtonLink>
        <Form method="post" action="/access/sign-on">
          <input type="hidden" name="intent" value="switch" />
          <input type="hidden" name="provider" value={id} />
          <Button size="small" name="to" value={on ? "off" : "on"}>
            {t(on ? "providers.switchOff" : "providers.switchOn")}
            {called}
          </Button>
        </Form>
        <ButtonLink size="small" href={`/access/sign-on?remove=${id}`} preventScrollReset>
          {t("providers.remove")}
          {called}
        </ButtonLink>
      </div>
    </div>
  );
}

function Removing({ provider: { id, name } }: { provider: KnownProvider }) {
  const { t } = useTranslation("sign-on");
  return (
    <div className="rounded-large border border-line bg-sunken p-4">
      <p className="max-w-reading wrap-anywhere">{t("providers.asks", { name })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Form method="post" action="/access/sign-on">
          <input type="hidden" name="intent" value="switch" />
          <input type="hidden" name="provider" value={id} />
          <Button variant="danger" name="to" value="remove">
            {t("providers.confirm")}
          </Button>
        </Form>
        <ButtonLink href="/access/sign-on" preventScrollReset>
          {t("providers.keep")}
        </ButtonLink>
      </div>
    </div>
  );
}
