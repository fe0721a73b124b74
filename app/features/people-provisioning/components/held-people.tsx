import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PersonLink } from "~/features/people/index.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { Named, ProvisioningPage } from "../provisioning-page.server.ts";

/** Who would have left, and whether they do; and of whom was decided that they stay. */
export function HeldPeople({ page: { held, staying } }: { page: ProvisioningPage }) {
  const { t } = useTranslation("provisioning");
  return (
    <>
      {held.total > 0 && (
        <Panel title={t("held.title", { count: held.total })} lead={t("held.lead")}>
          <Names of={held} />
          <p className="max-w-reading text-sm text-ink-muted">{t("held.note")}</p>
          <Decide seen={held.seen}>
            <Button name="decision" value="stay">
              {t("held.stay")}
            </Button>
            <Button name="decision" value="leave" variant="danger">
              {t("held.leave", { count: held.total })}
            </Button>
          </Decide>
        </Panel>
      )}
      {staying.total > 0 && (
        <Panel title={t("staying.title", { count: staying.total })} lead={t("staying.lead")}>
          <Names of={staying} />
          <Decide seen={staying.seen}>
            <Button name="decision" value="ask-again">
              {t("staying.ask-again")}
            </Button>
          </Decide>
        </Panel>
      )}
    </>
  );
}

function Names({ of: { total, people } }: { of: Named }) {
  const { t } = useTranslation("provisioning");
  const more = total - people.length;
  return (
    <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
      {people.map(({ id, name, jobTitle }) => (
        <li key={id} className="min-w-0 wrap-anywhere">
          <PersonLink id={id} name={name} />
          {jobTitle && <span className="text-sm text-ink-muted"> · {jobTitle}</span>}
        </li>
      ))}
      {more > 0 && <li className="text-ink-muted">{t("held.more", { count: more })}</li>}
    </ul>
  );
}

function Decide({ seen, children }: { seen: string; children: ReactNode }) {
  return (
    <Form method="post" action="/people/provisioning" className="flex flex-wrap gap-3">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="seen" value={seen} />
      {children}
    </Form>
  );
}
