import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import type { Counting } from "../../running/participant-page.server.ts";
import { LookAlikeNote } from "../nomination/look-alike-note.tsx";

/**
 * Who of a participant's raters does not count towards a minimum, why it may be wider, and who looks like somebody
 * else.
 */
export function CountingNotice({ counting, name }: { counting: Counting; name: string }) {
  const { t } = useTranslation("cycle-running");
  const { brought, readdressed, minimum, lookAlikes } = counting;
  const wider = minimum.needed > minimum.agreed;
  return (
    <>
      {(brought > 0 || readdressed > 0) && (
        <Notice title={t("participant.counting.title")}>
          <ul className="grid list-disc gap-1 ps-5">
            {brought > 0 && <li>{t("participant.counting.brought", { count: brought, name })}</li>}
            {readdressed > 0 && (
              <li>{t("participant.counting.readdressed", { count: readdressed })}</li>
            )}
          </ul>
          <p className="mt-1">{t("participant.counting.after", { minimum: minimum.needed })}</p>
        </Notice>
      )}
      {wider && (
        <Notice>
          {t("participant.shaped", { name, minimum: minimum.needed, agreed: minimum.agreed })}
        </Notice>
      )}
      {lookAlikes.length > 0 && (
        <Notice title={t("participant.alike")}>
          <ul className="grid gap-2">
            {lookAlikes.map(({ who, like }) => (
              <li key={who}>
                <bdi className="wrap-anywhere">{who}</bdi>
                <LookAlikeNote found={like} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
