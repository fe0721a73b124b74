import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { TeamPage } from "../../cover/team-page.server.ts";
import { MOST_NEEDS, type TeamQuery } from "../../domain/cover/team-query.ts";
import { LevelField, NarrowFields } from "./narrow-fields.tsx";

const places = Array.from({ length: MOST_NEEDS }, (_, at) => at);

/** What a team is needed for, and who can be asked. */
export function TeamForm({ page, query }: { page: TeamPage; query: TeamQuery }) {
  const { t } = useTranslation("skills");
  return (
    <form
      method="get"
      action="/skills/team"
      key={JSON.stringify(query)}
      className="grid gap-6 pb-10"
    >
      <fieldset className="grid gap-3">
        <legend className="pb-2 font-serif text-xl font-semibold">{t("team.needs")}</legend>
        {places.map((at) => (
          <div
            key={at}
            className="grid grid-cols-[minmax(0,1fr)_7rem] items-end gap-3 md:max-w-reading"
          >
            <Select
              name="need"
              id={`need-${at}`}
              label={t("team.need", { number: at + 1 })}
              placeholder={t("team.noNeed")}
              options={page.competencies}
              defaultValue={query.needs[at]?.competency ?? ""}
              width="full"
            />
            <TextField
              name="people"
              id={`people-${at}`}
              label={t("team.people")}
              type="number"
              min={1}
              max={9}
              defaultValue={query.needs[at]?.people ?? 1}
              width="full"
            />
          </div>
        ))}
        {page.hasHats && (
          <Checkbox
            name="hats"
            value="yes"
            label={t("team.hats")}
            hint={t("team.hatsHint")}
            defaultChecked={query.hats === "yes"}
          />
        )}
      </fieldset>
      <fieldset className="grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-4">
        <legend className="pb-2 font-serif text-xl font-semibold">{t("team.who")}</legend>
        <NarrowFields page={page} query={{ department: query.department }} />
        <LevelField
          label={t("narrow.atLevel")}
          levels={page.framework.levels}
          chosen={page.level}
        />
        <TextField
          name="size"
          label={t("team.size")}
          type="number"
          min={1}
          max={12}
          defaultValue={query.size}
          width="full"
        />
        {page.people.length > 0 && (
          <Select
            name="lead"
            label={t("team.lead")}
            placeholder={t("team.noLead")}
            options={page.people}
            defaultValue={query.lead}
            width="full"
          />
        )}
        {page.mayWeighAbsences && (
          <>
            <TextField
              name="from"
              type="date"
              label={t("team.from")}
              defaultValue={query.from}
              width="full"
            />
            <TextField
              name="to"
              type="date"
              label={t("team.to")}
              defaultValue={query.to}
              width="full"
            />
          </>
        )}
      </fieldset>
      <p className="max-w-reading text-sm text-ink-muted">
        {t(page.mayWeighAbsences ? "team.freeHr" : "team.freeLead")}
      </p>
      <Button variant="primary" className="w-fit">
        {t("team.propose")}
      </Button>
    </form>
  );
}
