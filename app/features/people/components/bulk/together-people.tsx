import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { TogetherPage } from "../../bulk/people-together.server.ts";
import { nameOfLanguage } from "../../domain/by-hand/name-of-language.ts";
import { placeOf } from "../../domain/by-hand/place-of.ts";
import { useDaysText } from "../by-hand/change-words.ts";

const AT_FIRST = 24;
const NAMED = 1_000;

type Shown = TogetherPage["people"];

/** Whom a change is about, all by name, with what stands there now. */
export function TogetherPeople({ people, what }: Pick<TogetherPage, "people" | "what">) {
  const { t } = useTranslation("people-together");
  const [first, more] = [people.slice(0, AT_FIRST), people.slice(AT_FIRST, NAMED)];
  const unnamed = people.length - first.length - more.length;
  return (
    <Panel title={t("people.title", { count: people.length })}>
      <Names people={first} what={what} />
      {more.length > 0 && (
        <Disclosure summary={t("people.more", { count: people.length - first.length })}>
          <Names people={more} what={what} />
          {unnamed > 0 && <p className="mt-2">{t("people.unnamed", { count: unnamed })}</p>}
        </Disclosure>
      )}
    </Panel>
  );
}

function Names({ people, what }: { people: Shown; what: TogetherPage["what"] }) {
  const days = useDaysText();
  const written = (now: string) => {
    if (what === "leave") return writtenDate(now);
    if (what === "workingDays") return days(now);
    if (what === "language") return nameOfLanguage(now, readerLanguage());
    return what === "timezone" ? placeOf(now).place : now;
  };
  return (
    <ul className="gap-x-6 sm:columns-2 xl:columns-3">
      {people.map(({ id, name, now }) => (
        <li key={id} className="break-inside-avoid py-0.5 wrap-anywhere">
          <bdi>{name}</bdi>
          {now !== null && (
            <span className="block text-sm text-ink-muted">
              <bdi>{written(now)}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
