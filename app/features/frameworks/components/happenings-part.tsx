import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { changesHref, competencyHref } from "../own/hrefs.ts";
import type { ToldHappening } from "../reading/competency-page.server.ts";

type Props = { id: string; before: readonly ToldHappening[]; after: readonly ToldHappening[] };

/** What versions made of a competency, in words, with links to what it came from and what it became. */
export function HappeningsPart({ id, before, after }: Props) {
  const { t } = useTranslation("frameworks");
  const all = [
    ...before.map((each) => ({ ...each, when: "before" as const })),
    ...after.map((each) => ({ ...each, when: "after" as const })),
  ];
  if (all.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="happened">
      <h2 id="happened" className="font-serif text-2xl">
        {t("own.happened.title")}
      </h2>
      <ul className="grid gap-2">
        {all.map(({ when, version, kind, from, to }) => {
          const others = when === "before" ? from : to;
          return (
            <li key={`${when} ${version}`}>
              {version > 1 ? (
                <Link href={changesHref(id, version)}>{t("own.happened.in", { version })}</Link>
              ) : (
                t("own.happened.in", { version })
              )}{" "}
              {t(`own.happened.${when}.${kind}`)}
              {(kind === "split" || kind === "merged") && (
                <ul className="ms-5 list-disc">
                  {others.map((other) => (
                    <li key={other.id}>
                      <Link dir="auto" href={competencyHref(id, other.id, other.version)}>
                        {other.name}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
