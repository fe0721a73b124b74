import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import type { chooseFocusInput } from "../../domain/focus.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";

type Props = {
  report: ReportPageData;
  position: number;
  form: FormFields<typeof chooseFocusInput>;
};

/** One behaviour with its dated next step. */
export function FocusRow({ report, position, form }: Props) {
  const { t } = useTranslation("report");
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 rounded-large border border-line bg-surface p-4">
      <legend className="px-1 font-semibold">
        {t("focus.legend", { ordinal: ordinals(t)[position] })}
      </legend>
      <Select
        {...form.field(`focus[${position}].item`)}
        label={t("focus.item")}
        optional={position > 0}
        placeholder={t("focus.choose")}
        options={behavioursOf(t, report)}
        width="full"
      />
      <TextArea
        {...form.field(`focus[${position}].nextStep`)}
        label={t("focus.nextStep")}
        hint={position === 0 ? t("focus.nextStepHint") : undefined}
        optional={position > 0}
        rows={3}
        maxLength={500}
      />
      <TextField
        type="date"
        {...form.field(`focus[${position}].dueOn`)}
        label={t("focus.dueOn")}
        optional={position > 0}
        width="short"
      />
    </fieldset>
  );
}

export function ordinals(t: TFunction<"report">): string[] {
  const words = t("focus.row", { returnObjects: true });
  return Array.isArray(words) ? words.map(String) : [];
}

/** Suggestions first, then every other behaviour by competency. */
function behavioursOf(
  t: TFunction<"report">,
  { findings, content, guides, itemLabels, role }: ReportPageData,
) {
  const suggested = findings.suggestions.map(({ item, direction, importance }) => {
    const why = [t(`focus.direction.${direction}`)];
    if (importance) why.push(t(`focus.importance.${importance}`));
    return { value: item, label: `${itemLabels[item]} (${why.join(", ")})` };
  });
  const known = new Set(suggested.map((each) => each.value));
  const rest = Map.groupBy(
    content.items.filter((item) => !known.has(item.id)),
    (item) => item.competency,
  );
  return [
    {
      label:
        role && findings.suggestions.some(({ importance }) => importance)
          ? t("focus.suggestedForRole", { role: role.name })
          : t("focus.suggested"),
      options: suggested,
    },
    ...[...rest].map(([competency, items]) => ({
      label: competency === null ? t("focus.others") : (guides[competency]?.name ?? competency),
      options: items.map((item) => ({ value: item.id, label: itemLabels[item.id] ?? item.id })),
    })),
  ].filter((group) => group.options.length > 0);
}
