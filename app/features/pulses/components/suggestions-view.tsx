import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Panel } from "~/ui/panel.tsx";
import type { SuggestionsPage } from "../suggestions/suggestions-page.server.ts";

/** What was suggested, behaviour by behaviour; or why there is nothing yet. */
export function SuggestionsView({ page }: { page: SuggestionsPage }) {
  const { t } = useTranslation("suggestions");
  const { state, told, closesOn, calledOffReason } = page;
  if (state === "called-off")
    return (
      <Panel title={t("calledOff.title")}>
        <p>{t("calledOff.body", { reason: calledOffReason })}</p>
      </Panel>
    );
  if (!told)
    return (
      <Panel title={t("running.title")}>
        <p>{t("running.body", { date: closesOn ? writtenDate(closesOn) : "" })}</p>
      </Panel>
    );
  return (
    <div className="grid max-w-reading gap-6">
      <p>{t("thank")}</p>
      {told.map(({ item, behaviour, signed, unsigned }) => (
        <Panel key={item} title={behaviour}>
          {signed.length > 0 && (
            <Suggestions title={t("signed.title")}>
              {signed.map(({ id, name, word }) => (
                <Suggestion key={id} word={word} name={name} />
              ))}
            </Suggestions>
          )}
          {unsigned === null ? (
            <div className="grid gap-2">
              <h3 className="font-semibold">{t("unsigned.title")}</h3>
              <p className="text-ink-muted">{t("unsigned.few")}</p>
            </div>
          ) : (
            <Suggestions title={t("unsigned.title")}>
              {unsigned.map((word, at) => (
                // Two may write the same; nothing else tells them apart, and the list never changes.
                <Suggestion key={at} word={word} />
              ))}
            </Suggestions>
          )}
        </Panel>
      ))}
    </div>
  );
}

function Suggestions({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold">{title}</h3>
      <ul className="grid gap-4">{children}</ul>
    </div>
  );
}

/** Word for word, with whoever signed it below. */
function Suggestion({ word, name }: { word: string; name?: string }) {
  return (
    <li className="grid gap-1 border-s-4 border-line ps-4">
      <p className="whitespace-pre-line wrap-anywhere" dir="auto">
        {word}
      </p>
      {name !== undefined && (
        <p className="text-sm font-medium text-ink-muted" dir="auto">
          {name}
        </p>
      )}
    </li>
  );
}
