import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { SessionView } from "../sessions/own-sessions.server.ts";

/** Where somebody is signed in, and the way out of each of them. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  const { t } = useTranslation("account");
  const others = sessions.filter(({ own }) => !own);
  return (
    <Panel
      title={t("sessions.title")}
      lead={t("sessions.lead", { count: sessions.length })}
      action={others.length > 1 ? <End session="others">{t("sessions.endOthers")}</End> : undefined}
    >
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <Device {...session} />
                {session.own && <Badge>{t("sessions.own")}</Badge>}
              </p>
              <p className="text-sm text-ink-muted">
                {t("sessions.days", {
                  since: writtenDate(session.since),
                  last: writtenDate(session.lastDay),
                })}
              </p>
            </div>
            {!session.own && (
              <End session={session.id}>
                <span aria-hidden="true">{t("sessions.end")}</span>
                <VisuallyHidden>
                  {t("sessions.endOne", { date: writtenDate(session.lastDay) })}
                </VisuallyHidden>
              </End>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Device({ browser, system }: Pick<SessionView, "browser" | "system">) {
  const { t } = useTranslation("account");
  if (browser === null) return t("sessions.unknown");
  return system === null ? browser : t("sessions.device", { browser, system });
}

function End({ session, children }: { session: string; children: ReactNode }) {
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" action="/account/session">
      <Button size="small" name="session" value={session} busy={sending}>
        {children}
      </Button>
    </Form>
  );
}
