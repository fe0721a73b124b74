import { useTranslation } from "react-i18next";
import { Disclosure } from "~/ui/disclosure.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import { saidLevel } from "./level-words.ts";

/** Beside somebody's levels: who reads them, how they come about, and what nobody has said anything of. */
export function LevelsAside({
  isOwn,
  notAssessed,
}: {
  isOwn: boolean;
  notAssessed: readonly { id: string; name: string; needed: number | null }[];
}) {
  const { t } = useTranslation("competencies");
  return (
    <>
      <AsidePart title={t("aside.who.title")}>
        <p className="text-ink-muted">{t(isOwn ? "aside.who.own" : "aside.who.body")}</p>
        {isOwn && <p className="mt-2 text-ink-muted">{t("asking.note")}</p>}
      </AsidePart>
      <AsidePart title={t("aside.how.title")}>
        <p className="text-ink-muted">{t("aside.how.body")}</p>
      </AsidePart>
      {notAssessed.length > 0 && (
        <AsidePart title={t("aside.open.title", { count: notAssessed.length })}>
          <p className="mb-1 text-ink-muted">{t("aside.open.body")}</p>
          <Disclosure summary={t("aside.open.which")}>
            <ul className="grid gap-1 text-sm">
              {notAssessed.map(({ id, name, needed }) => (
                <li key={id} className="wrap-anywhere">
                  <bdi>{name}</bdi>
                  {needed !== null && (
                    <span className="text-ink-muted">
                      : {t("level.needed", { level: saidLevel(needed) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Disclosure>
        </AsidePart>
      )}
    </>
  );
}
