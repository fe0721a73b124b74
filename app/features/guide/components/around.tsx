import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Link } from "~/ui/link.tsx";
import type { Hat, SituationWords } from "../domain/situation.ts";

type Props = {
  words: SituationWords;
  behaviours: readonly { key: string; label: string; hat: Hat | null }[];
  source: string | undefined;
  others: readonly { title: string; href: string }[];
};

const heading = "font-serif text-xl font-semibold tracking-tight";

/** What goes with both hats: words to say, behaviours behind the moves, where ideas come from, other situations. */
export function Around({ words, behaviours, source, others }: Props) {
  const { t } = useTranslation("guide");
  return (
    <>
      <section className="grid gap-3" data-print="together">
        <h2 className={heading}>{t("say")}</h2>
        <ul className="grid max-w-reading gap-3">
          {words.say.map((line) => (
            <li key={line} className="border-s-2 border-line-strong ps-4 text-lg">
              {t("quoted", { line })}
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-3" data-print="together">
        <h2 className={heading}>{t("behind")}</h2>
        <ul className="flex flex-wrap gap-2">
          {behaviours.map(({ key, label, hat }) => (
            <li key={key}>
              <Badge tone={hat ?? "neutral"}>{label}</Badge>
            </li>
          ))}
        </ul>
        <p className="max-w-reading text-sm text-ink-muted">{t("behindHint")}</p>
      </section>
      <section className="grid max-w-reading gap-2 text-sm text-ink-muted">
        <h2 className="font-semibold text-ink">{t("sources")}</h2>
        {source && <p>{t("source", { source })}</p>}
        <p>{t("orderSource")}</p>
      </section>
      <section className="grid gap-2 print:hidden">
        <h2 className={heading}>{t("others")}</h2>
        <ul className="grid gap-1.5">
          {others.map(({ title, href }) => (
            <li key={href}>
              <Link href={href} alone>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
