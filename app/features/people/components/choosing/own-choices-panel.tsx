import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { OwnProfile } from "../../choosing/own-profile.server.ts";
import type { ChosenField } from "../../domain/person.ts";
import { useChoiceText } from "../by-hand/change-words.ts";

/** What somebody chose themselves, what their organisation has in its place, and the way to give it back. */
export function OwnChoicesPanel({ profile: { chosen, start } }: { profile: OwnProfile }) {
  const { t } = useTranslation("profile");
  if (chosen.length === 0)
    return (
      <Panel title={t("own.title")}>
        <p className="max-w-reading text-ink-muted">{t("own.none")}</p>
      </Panel>
    );
  return (
    <Panel title={t("own.title")} lead={t("own.lead")}>
      <ul className="divide-y divide-line">
        {chosen.map(({ field, organisationHas }) => (
          <li
            key={field}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0"
          >
            <OwnChoice field={field} own={start[field]} organisationHas={organisationHas} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Props = { field: ChosenField; own: string | null; organisationHas: string | null };

function OwnChoice({ field, own, organisationHas }: Props) {
  const { t } = useTranslation(["profile", "people"]);
  const inWords = useChoiceText();
  const sending = useNavigation().formData?.get("field") === field;
  const name = t(`people:fields.${field}`);
  const said = (
    value: string | null,
    some: "chose" | "has",
    none: "choseNothing" | "hasNothing",
  ) => (value === null ? t(`own.${none}`) : t(`own.${some}`, { value: inWords(field, value) }));
  return (
    <>
      <div className="min-w-0 wrap-anywhere">
        <p className="font-medium">{name}</p>
        <p>
          <bdi>{said(own, "chose", "choseNothing")}</bdi>
        </p>
        <p className="text-sm text-ink-muted">
          <bdi>{said(organisationHas, "has", "hasNothing")}</bdi>
        </p>
      </div>
      <Form method="post">
        <input type="hidden" name="intent" value="give-back" />
        <input type="hidden" name="field" value={field} />
        <Button busy={sending} aria-label={t("own.backField", { field: name })}>
          {t("own.back")}
        </Button>
      </Form>
    </>
  );
}
