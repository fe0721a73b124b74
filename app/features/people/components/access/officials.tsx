import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { officeNamed } from "~/features/identity/index.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";
import { ChangingOffice } from "./changing-office.tsx";

type Props = { page: AccessPage; changing: string | null };

/** Who is in office, and who was asked to be. An office is changed or taken in the row itself. */
export function Officials({ page, changing }: Props) {
  const { t } = useTranslation("people");
  const { officials, appointed, decides } = page;
  const owners = officials.filter(({ office }) => office === "owner");
  return (
    <Panel title={t("access.officials.title")}>
      {!decides && (
        <p className="max-w-reading text-ink-muted">
          {t("access.officials.owners", { names: listed(owners.map(({ name }) => name)) })}
        </p>
      )}
      {decides && owners.length === 1 && <Notice>{t("access.officials.alone")}</Notice>}
      <ul className="divide-y divide-line">
        {officials.map((each) => (
          <li key={each.membershipId} className="grid gap-3 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <Who
                {...each}
                note={t("access.officials.since", { date: writtenDate(each.since.slice(0, 10)) })}
              >
                {each.self && <Badge>{t("access.officials.self")}</Badge>}
              </Who>
              {(decides || each.self) && changing !== each.membershipId && (
                <ButtonLink
                  size="small"
                  href={`/access?change=${each.membershipId}`}
                  preventScrollReset
                >
                  {t(decides ? "access.officials.change" : "access.officials.giveUp")}
                  <VisuallyHidden> {each.name}</VisuallyHidden>
                </ButtonLink>
              )}
            </div>
            {changing === each.membershipId && (decides || each.self) && (
              <ChangingOffice official={each} decides={decides} />
            )}
          </li>
        ))}
        {appointed.map((each) => (
          <li
            key={each.personId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0"
          >
            <Who
              {...each}
              note={t("access.officials.invited", { date: writtenDate(each.since.slice(0, 10)) })}
            />
            {decides && <TakeBack {...each} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function TakeBack({ personId, name }: { personId: string; name: string }) {
  const { t } = useTranslation("people");
  return (
    <Form method="post" action="/access">
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="person" value={personId} />
      <Button size="small">
        {t("access.officials.withdraw")}
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </Form>
  );
}

type WhoProps = Pick<AccessPage["officials"][number], "name" | "office" | "units"> & {
  email: string | null;
  note: string;
  children?: ReactNode;
};

function Who({ name, office, units, email, note, children }: WhoProps) {
  const { t } = useTranslation("people");
  const names = units?.map((unit) => unit.name) ?? null;
  const more = (count: number) => t("access.officials.more", { count });
  const empty = (units ?? []).flatMap((unit) => (unit.people === 0 ? [unit.name] : []));
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
        <bdi>{name}</bdi>
        {children}
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">
        {t(`access.offices.${officeNamed(office, names)}.name`)}{" "}
        {names && <>{t("access.officials.units", { units: inShort(names, more) })} </>}
        {note}
        {email && (
          <>
            {" · "}
            <MailAddress address={email} />
          </>
        )}
      </p>
      {empty.length > 0 && (
        <p className="text-sm">
          {t(
            empty.length === units?.length ? "access.officials.allEmpty" : "access.officials.empty",
            {
              units: inShort(empty, more),
              name,
            },
          )}
        </p>
      )}
    </div>
  );
}

const NAMED = 8;

/** Units by name; of many the first, and how many more there are. */
function inShort(names: readonly string[], more: (count: number) => string): string {
  const left = names.length - NAMED;
  return listed(left > 1 ? [...names.slice(0, NAMED), more(left)] : names);
}
