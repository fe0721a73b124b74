import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { CycleHead } from "../../running/running-page.server.ts";

type Letters = CycleHead["letters"];

const saidOf = ({ mail, ...counts }: Letters) =>
  (
    [
      ["waiting", counts.waiting],
      [mail === "outbox" ? "kept" : "sent", counts.sent],
      ["bounced", counts.bounced],
      ["failed", counts.failed],
    ] as const
  ).filter(([, count]) => count > 0);

/** What became of a round's letters, as counts of the moment it was loaded. `outbox`: whether each can be seen. */
export function LettersLine({ letters, outbox }: { letters: Letters; outbox: boolean }) {
  const { t } = useTranslation("notifications");
  const said = saidOf(letters);
  if (said.length === 0) return <p>{t("counts.noneYet")}</p>;
  return (
    <>
      <ul>
        {said.map(([word, count]) => (
          <li key={word}>{t(`counts.${word}`, { count })}</li>
        ))}
      </ul>
      {outbox && (
        <p>
          <Link href="/outbox">{t("counts.all")}</Link>
        </p>
      )}
    </>
  );
}

/** That nobody was told, where no letter leaves. */
export function NoMailNotice({ letters }: { letters: Letters }) {
  const { t } = useTranslation("notifications");
  if (letters.mail !== "none" || saidOf(letters).length === 0) return null;
  return (
    <div className="mb-6 max-w-reading">
      <Notice tone="danger" title={t("counts.none.title")}>
        {t("counts.none.body")}
      </Notice>
    </div>
  );
}
