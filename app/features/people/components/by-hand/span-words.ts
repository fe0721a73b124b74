import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";

/** From when to when somebody is away, in words; one day is named once. */
export function useSpanText(): (span: { firstDay: string; lastDay: string }) => string {
  const { t } = useTranslation("people-edit");
  return ({ firstDay, lastDay }) =>
    t(firstDay === lastDay ? "times.away.one" : "times.away.span", {
      first: writtenDate(firstDay),
      last: writtenDate(lastDay),
    });
}
