import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import type { PartData } from "../answering/questionnaire-view.ts";
import { LastLook } from "./last-look.tsx";

type Props = { data: PartData; refusal: "open-items" | "nothing-said" | null };

/** The last look: what is still open, and the button that counts. */
export function SendForm({ data, refusal }: Props) {
  const { t } = useTranslation("answering");
  const { base, requestId, parts, before, submitted, hints } = data;
  const open = parts.filter((part) => part.left > 0);
  const left = open.reduce((sum, part) => sum + part.left, 0);
  const hinted = parts.find(({ items }) => items.some((key) => hints[key]))?.key ?? "";
  // Where nothing may be answered so, the button would send nothing.
  const mayDecline = data.sections.some(({ items }) => items.some(({ cantSay }) => cantSay));
  const address = (part: string) => `${base}/${requestId}/${part}`;
  return (
    <>
      <h2 className="font-serif text-2xl font-semibold tracking-tight sm:text-3xl">
        {t("send.title")}
      </h2>
      {refusal === "nothing-said" && (
        <p
          role="alert"
          className="mt-4 border-s-4 border-danger-fill ps-4 font-semibold text-danger-text"
        >
          {t("send.nothingSaid")}
        </p>
      )}
      {left > 0 ? (
        <section className="mt-4" aria-labelledby="open-items">
          <h3 id="open-items" className="font-semibold">
            {t("send.open", { count: left })}
          </h3>
          <ul className="mt-3 mb-6 divide-y divide-line rounded-large border border-line bg-surface">
            {open.map((part) => (
              <li
                key={part.key}
                className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 px-4 py-1.5"
              >
                <Link alone href={`${address(part.key)}#${part.key}`} reloadDocument>
                  {part.title}
                </Link>{" "}
                <span className="text-sm text-ink-muted tabular-nums">
                  {t("send.openIn", { count: part.left })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p className="mt-3 mb-6 text-ink-muted">{t(submitted ? "send.leadAgain" : "send.lead")}</p>
      )}
      {Object.keys(hints).length > 0 && (
        <p className="mb-6 rounded-medium border border-line-strong bg-surface px-4 py-3 text-sm">
          {t("send.hints")}{" "}
          <Link href={`${address(hinted)}#${hinted}`} reloadDocument>
            {t("send.hintsLink")}
          </Link>
        </p>
      )}
      {data.look.length > 0 && (
        <LastLook pages={data.look} worded={data.worded} addressOf={address} />
      )}
      <form
        data-send
        method="post"
        action={address("send")}
        className="flex flex-wrap items-center gap-3 border-t border-line pt-6"
      >
        {left > 0 ? (
          <>
            <ButtonLink
              href={`${address(open[0]?.key ?? "")}#${open[0]?.key ?? ""}`}
              variant="primary"
              reloadDocument
            >
              {t("intro.continue")}
            </ButtonLink>
            {mayDecline && (
              <Button name="declineRest" value="1">
                {t("send.declineRest")}
              </Button>
            )}
          </>
        ) : (
          <Button variant="primary">{t(submitted ? "send.again" : "send.action")}</Button>
        )}
        {before && (
          <ButtonLink href={`${address(before)}#${before}`} variant="quiet" reloadDocument>
            {t("back")}
          </ButtonLink>
        )}
      </form>
    </>
  );
}
