import { useTranslation } from "react-i18next";
import { LIMITED_OFFICES, OFFICES } from "~/features/identity/index.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Select } from "~/ui/select.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";

/** Finds someone in the directory and gives them an office. */
export function AppointForm({ page: { search, candidates, more } }: { page: AccessPage }) {
  const { t } = useTranslation("people");
  return (
    <Panel title={t("access.appoint.title")} lead={t("access.appoint.lead")}>
      <SearchField action="/access" label={t("access.appoint.search")} defaultValue={search} />
      {candidates && (
        <div>
          {candidates.length === 0 && (
            <p className="text-ink-muted">{t("access.appoint.nobody", { search })}</p>
          )}
          <ul className="divide-y divide-line">
            {candidates.map(({ id, name, email, jobTitle }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
              >
                <div className="min-w-0 flex-1 basis-60">
                  <p className="font-semibold wrap-anywhere">
                    <bdi>{name}</bdi>
                  </p>
                  <p className="text-sm text-ink-muted wrap-anywhere">
                    {[jobTitle, email ?? t("access.appoint.noAddress")].filter(Boolean).join(" · ")}
                  </p>
                </div>
                {email && (
                  <Form method="post" action="/access" className="flex flex-wrap items-end gap-3">
                    <input type="hidden" name="intent" value="appoint" />
                    <input type="hidden" name="person" value={id} />
                    <Select
                      name="office"
                      id={`office-for-${id}`}
                      width="medium"
                      label={t("access.appoint.as")}
                      aria-label={t("access.appoint.asWhom", { name })}
                      defaultValue="admin"
                      options={[...OFFICES, ...LIMITED_OFFICES].map((value) => ({
                        value,
                        label: t(`access.offices.${value}.name`),
                      }))}
                    />
                    <Button size="small">
                      {t("access.appoint.action")}
                      <VisuallyHidden> {name}</VisuallyHidden>
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p className="mt-3 text-sm text-ink-muted">
              {t("access.appoint.more", { count: more })}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}
