import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { OnSomeList } from "../../lists/look-alike-reads.server.ts";
import { LookAlikeNote } from "../nomination/look-alike-note.tsx";

const NAMED = 20;

/** Before the launch: who on the lists looks like somebody else, each with a way to the list. */
export function LookAlikeList({ found }: { found: readonly OnSomeList[] }) {
  const { t } = useTranslation("cycle-setup");
  if (found.length === 0) return null;
  const more = found.length - NAMED;
  return (
    <Notice title={t("alike.title", { count: found.length })}>
      <p>{t("alike.lead")}</p>
      <ul className="my-2 grid gap-2">
        {found.slice(0, NAMED).map(({ participant, who, ...like }) => (
          <li key={`${participant.id} ${who.address}`}>
            <Link href={`/nominations/${participant.id}`}>
              {t("alike.line", {
                participant: participant.name,
                name: who.name,
                address: who.address,
              })}
            </Link>
            <LookAlikeNote found={like} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t("alike.more", { count: more })}</p>}
    </Notice>
  );
}
