import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Select } from "~/ui/select.tsx";
import type { PersonFormPage } from "../../by-hand/person-form-page.server.ts";

type Plain = Omit<ComponentProps<typeof Select>, "options">;

/** The languages that the product speaks; what is stored beside them is said to be none of them, and may stay. */
export function LanguageSelect({
  choices: { listed, stored, storedName },
  ...select
}: Plain & { choices: PersonFormPage["languages"] }) {
  const { t } = useTranslation("people-edit");
  const options = listed.map(({ value, name }) => ({ value, label: name }));
  const kept = stored
    ? [{ value: stored, label: t("choices.storedLanguage", { name: storedName }) }]
    : [];
  return (
    <Select
      hint={t("hints.language")}
      placeholder={t("choices.none")}
      {...select}
      options={[...options, ...kept]}
    />
  );
}

/** Every time zone by part of the world; one that is stored and none of them may stay. */
export function ZoneSelect({
  choices: { listed, stored },
  ...select
}: Plain & { choices: PersonFormPage["zones"] }) {
  const { t } = useTranslation("people-edit");
  const groups = listed.map(({ region, zones }) => ({
    label: t(`choices.regions.${region}`),
    options: zones.map(({ zone, place, name }) => ({
      value: zone,
      label: t("choices.zone", { place, name }),
    })),
  }));
  const kept = stored
    ? [
        {
          label: t("choices.stored"),
          options: [{ value: stored, label: t("choices.storedZone", { zone: stored }) }],
        },
      ]
    : [];
  return (
    <Select
      hint={t("hints.timezone")}
      placeholder={t("choices.none")}
      {...select}
      options={[...kept, ...groups]}
    />
  );
}
