import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import type { NominationPage } from "../../nomination/nomination-page.server.ts";

/**
 * For whoever agrees to a list: whom the participant brought from outside, whom they took off, and what looks alike.
 */
export function Judging({ page }: { page: NominationPage }) {
  const { t } = useTranslation(["nomination", "relationships"]);
  const { judging, choice, minimum } = page;
  if (!judging) return null;
  const { name } = choice.participant;
  const { takenOff, lookAlikes } = judging;
  const brought = choice.raters.filter(
    (each) => each.byParticipant && each.relationship === "outside",
  );
  const settled = !["draft", "nominating"].includes(choice.cycle.state);
  const alike = Object.keys(lookAlikes).length;
  if (brought.length + takenOff.length + alike === 0 && choice.list === "given") return null;
  const group = (relationship: string) => t(`groups.${relationship}`, { ns: "relationships" });
  return (
    <Notice title={t("judging.title", { name })}>
      <ul className="grid list-disc gap-1 ps-5">
        {brought.length > 0 && <li>{t("judging.brought", { count: brought.length, name })}</li>}
        {alike > 0 && <li>{t("judging.alike", { count: alike })}</li>}
        {takenOff.map(({ name: who, jobTitle, relationship, backAs }) => (
          <li key={who}>
            {t(backAs ? "judging.moved" : "judging.takenOff", {
              who: [who, jobTitle].filter(Boolean).join(", "),
              from: group(relationship),
              to: backAs ? group(backAs) : "",
            })}
          </li>
        ))}
        {choice.list === "shaped" && (
          <li>
            {t(settled ? "judging.settled" : "judging.shaped", {
              name,
              needed: minimum.needed,
              agreed: minimum.agreed,
            })}
          </li>
        )}
        {choice.list === "agreed" && <li>{t("judging.agreed", { agreed: minimum.agreed })}</li>}
      </ul>
    </Notice>
  );
}
