import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { LinksPage } from "../links/links-page.server.ts";

type Link = LinksPage["links"][number];
type Props = { links: LinksPage; forgetting: string | null; here: string };

const keyOf = ({ providerId, accountId }: Link) => `${providerId} ${accountId}`;

/** Whom the providers know, as whose account. Forgetting is asked about once, in the row itself. */
export function LinkList({ links: { links, count }, forgetting, here }: Props) {
  const { t } = useTranslation("sign-on");
  return (
    <Panel title={t("links.count", { count })}>
      <ul className="divide-y divide-line">
        {links.map((each) => (
          <li key={keyOf(each)} className="grid gap-3 py-4 first:pt-0 last:pb-0">
            <Row link={each} here={here} />
            {forgetting === keyOf(each) && <Forgetting link={each} here={here} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Row({ link, here }: { link: Link; here: string }) {
  const { t } = useTranslation("sign-on");
  const { name, provider, subject, since } = link;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="text-sm text-ink-muted wrap-anywhere">
          {t("links.known", { provider, subject, date: writtenDate(since) })}
        </p>
      </div>
      <ButtonLink
        size="small"
        href={`${here}&${new URLSearchParams({ forget: keyOf(link) })}`}
        preventScrollReset
      >
        {t("links.forget")}
        <VisuallyHidden>
          {" "}
          {name}, {provider}
        </VisuallyHidden>
      </ButtonLink>
    </div>
  );
}

function Forgetting({ link, here }: { link: Link; here: string }) {
  const { t } = useTranslation("sign-on");
  const { name, provider, providerId, accountId } = link;
  return (
    <div className="rounded-large border border-line bg-sunken p-4">
      <p className="max-w-reading wrap-anywhere">{t("links.asks", { name, provider })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Form method="post" action="/access/sign-on/links">
          <input type="hidden" name="provider" value={providerId} />
          <input type="hidden" name="account" value={accountId} />
          <Button variant="danger">{t("links.confirm")}</Button>
        </Form>
        <ButtonLink href={here} preventScrollReset>
          {t("links.keep")}
        </ButtonLink>
      </div>
    </div>
  );
}
