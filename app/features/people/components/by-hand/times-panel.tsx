import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { PersonTimes } from "../../absence/person-times.server.ts";
import { useDaysText } from "./change-words.ts";
import { useSpanText } from "./span-words.ts";

type Props = { times: PersonTimes; name: string; isOwn: boolean; changeHref: string | null };

/** On somebody's page, for them and HR: on which days they work, and when they are away. */
export function TimesPanel({ times, name, isOwn, changeHref }: Props) {
  const { t } = useTranslation("people-edit");
  const { workingDays, absences } = times;
  const days = useDaysText();
  const span = useSpanText();
  return (
    <Panel
      title={t(isOwn ? "tools.ownTimes" : "tools.times")}
      lead={t(isOwn ? "times.ownPrivate" : "times.private")}
      action={
        changeHref && (
          <ButtonLink size="small" href={changeHref}>
            {t("times.change")}
            <span className="sr-only"> {t("times.title", { name })}</span>
          </ButtonLink>
        )
      }
    >
      <DescriptionList
        items={[
          { term: t("times.days.title"), details: days(workingDays) },
          {
            term: t("times.away.title"),
            details:
              absences.length === 0 ? (
                t("times.away.noneNow")
              ) : (
                <ul>
                  {absences.map((absence) => (
                    <li key={absence.id}>{span(absence)}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Panel>
  );
}
