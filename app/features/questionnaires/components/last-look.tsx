import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { isSaid, type LookedOver } from "../domain/looked-over.ts";

type Props = {
  pages: readonly LookedOver[];
  /** What the questions are in. */
  worded: string;
  addressOf: (part: string) => string;
};

/** What was answered, page by page, each with a way back to it. Only the device that wrote it is ever shown it. */
export function LastLook({ pages, worded, addressOf }: Props) {
  const { t } = useTranslation("answering");
  return (
    <section aria-labelledby="last-look" className="mb-8">
      <h3 id="last-look" className="mb-3 font-semibold">
        {t("send.look")}
      </h3>
      <div className="grid gap-3">
        {pages.map(({ key, title, answers }) => {
          const name = title ?? t("comments.title");
          return (
            <details key={key} className="rounded-large border border-line bg-surface">
              <summary className="flex min-h-control cursor-pointer flex-wrap items-baseline justify-between gap-x-4 px-4 py-3">
                <span className="font-medium" lang={title ? worded : undefined}>
                  {name}
                </span>
                <span className="text-sm text-ink-muted">
                  {t("send.lookCount", {
                    done: answers.filter(isSaid).length,
                    total: answers.length,
                  })}
                </span>
              </summary>
              <dl className="border-t border-line px-4 text-sm">
                {answers.map((each) => (
                  <div
                    key={each.key}
                    className="grid gap-x-6 gap-y-1 border-b border-line py-2 last:border-0 sm:grid-cols-[minmax(0,1fr)_14rem]"
                  >
                    <dt lang={worded} dir="auto" className="text-ink-muted wrap-anywhere">
                      {each.text}
                    </dt>
                    <dd className="font-medium whitespace-pre-line wrap-anywhere" dir="auto">
                      {each.cantSay ??
                        (each.words.length > 0 ? each.words.join("\n") : t("send.lookNone"))}
                    </dd>
                  </div>
                ))}
              </dl>
              <p className="border-t border-line px-4 py-3 text-sm">
                <Link alone href={`${addressOf(key)}#${key}`} reloadDocument>
                  {t("send.lookChange", { page: name })}
                </Link>
              </p>
            </details>
          );
        })}
      </div>
    </section>
  );
}
