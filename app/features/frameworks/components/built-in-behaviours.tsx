import { useTranslation } from "react-i18next";
import type { Competency } from "../domain/framework.ts";

/** Behaviours as they are asked about, with how too little and too much of each looks, and who can see it. */
export function BuiltInBehaviours({ behaviours }: Pick<Competency, "behaviours">) {
  const { t } = useTranslation("frameworks");
  return (
    <section className="grid gap-4" aria-labelledby="behaviours">
      <h2 id="behaviours" className="font-serif text-2xl">
        {t("own.builtIn.behaviours")}
      </h2>
      <ul className="grid gap-5">
        {behaviours.map(({ key, label, self, tooLittle, tooMuch, observableBy = [] }) => (
          <li key={key} className="grid gap-1" data-print="together">
            <h3 className="font-semibold">{label}</h3>
            <p>{self}</p>
            <p className="text-sm">{t("own.builtIn.tooLittle", { text: tooLittle })}</p>
            <p className="text-sm">{t("own.builtIn.tooMuch", { text: tooMuch })}</p>
            {observableBy.length > 0 && (
              <p className="text-sm text-ink-muted">
                {t("own.seenBy", {
                  who: observableBy.map((who) => t(`own.observers.${who}`)).join(", "),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
