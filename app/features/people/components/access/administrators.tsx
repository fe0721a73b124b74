import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";

type Props = { page: AccessPage; removing: string | null };

/** Who administers the organisation, and who was asked to. Removing is asked about once, in the row itself. */
export function Administrators({ page, removing }: Props) {
  const { t } = useTranslation("people");
  const { administrators, appointed } = page;
  return (
    <Panel title={t("access.administrators.title")}>
      {administrators.length === 1 && <Notice>{t("access.administrators.alone")}</Notice>}
      <ul className="divide-y divide-line">
        {administrators.map((each) => (
          <li key={each.membershipId} className="grid gap-3 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <Who
                {...each}
                note={t("access.administrators.since", {
                  date: writtenDate(each.since.slice(0, 10)),
                })}
              >
                {each.self && <Badge>{t("access.administrators.self")}</Badge>}
              </Who>
              {administrators.length > 1 && removing !== each.membershipId && (
                <ButtonLink
                  size="small"
                  href={`/access?remove=${each.membershipId}`}
                  preventScrollReset
                >
                  {t("access.administrators.remove")}
                  <VisuallyHidden> {each.name}</VisuallyHidden>
                </ButtonLink>
              )}
            </div>
            {removing === each.membershipId && <Removing administrator={each} />}
          </li>
        ))}
        {appointed.map((each) => (
          <li
            key={each.personId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0"
          >
            <Who
              {...each}
              note={t("access.administrators.invited", {
                date: writtenDate(each.since.slice(0, 10)),
              })}
            />
            <Form method="post" action="/access">
              <input type="hidden" name="intent" value="withdraw" />
              <input type="hidden" name="person" value={each.personId} />
              <Button size="small">
                {t("access.administrators.withdraw")}
                <VisuallyHidden> {each.name}</VisuallyHidden>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type WhoProps = { name: string; email: string | null; note: string; children?: ReactNode };

function Who({ name, email, note, children }: WhoProps) {
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
        <bdi>{name}</bdi>
        {children}
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">
        {email && (
          <>
            <MailAddress address={email} /> ·{" "}
          </>
        )}
        {note}
      </p>
    </div>
  );
}

function Removing({ administrator }: { administrator: AccessPage["administrators"][number] }) {
  const { t } = useTranslation("people");
  const { name, self, personId, membershipId } = administrator;
  const stays = personId === null ? "ends" : "stays";
  return (
    <div className="rounded-large border border-line bg-sunken p-4">
      <p className="max-w-reading">
        {t(`access.administrators.asks.${self ? "self" : stays}`, { name })}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Form method="post" action="/access">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="membership" value={membershipId} />
          <Button variant="danger">{t("access.administrators.confirm")}</Button>
        </Form>
        <ButtonLink href="/access" preventScrollReset>
          {t("access.administrators.keep")}
        </ButtonLink>
      </div>
    </div>
  );
}
