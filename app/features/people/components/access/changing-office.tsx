import { useTranslation } from "react-i18next";
import { LIMITED_OFFICES, OFFICES, officeNamed } from "~/features/identity/index.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Select } from "~/ui/select.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";

type Props = { official: AccessPage["officials"][number]; decides: boolean };

/** Asks once: another office, where whoever asks decides on that, or none. */
export function ChangingOffice({ official, decides }: Props) {
  const { t } = useTranslation("people");
  const { name, self, office, units, personId, membershipId } = official;
  const stays = personId === null ? "ends" : "stays";
  return (
    <div className="grid gap-4 rounded-large border border-line bg-sunken p-4">
      {decides && (
        <Form method="post" action="/access" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="change" />
          <input type="hidden" name="membership" value={membershipId} />
          <Select
            name="office"
            id={`office-of-${membershipId}`}
            label={t("access.officials.office", { name })}
            defaultValue={officeNamed(office, units?.map(({ name: unit }) => unit) ?? null)}
            options={[...OFFICES, ...LIMITED_OFFICES].map((value) => ({
              value,
              label: t(`access.offices.${value}.name`),
            }))}
          />
          <Button>{t("access.officials.give")}</Button>
        </Form>
      )}
      <p className="max-w-reading">
        {t(`access.officials.asks.${self ? "self" : stays}`, { name })}
      </p>
      <div className="flex flex-wrap gap-3">
        <Form method="post" action="/access">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="membership" value={membershipId} />
          <Button variant="danger">{t("access.officials.confirm")}</Button>
        </Form>
        <ButtonLink href="/access" preventScrollReset>
          {t("access.officials.keep")}
        </ButtonLink>
      </div>
    </div>
  );
}
