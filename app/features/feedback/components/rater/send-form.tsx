import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import type { PartData } from "../../part-data.server.ts";

type Props = { data: PartData; refusal: "open-items" | "nothing-said" | null };

/** The last look: what is still open, and the button that counts. */
export function SendForm({ data, refusal }: Props) {
  const { t } = useTranslation("feedback");
  const { base, requestId, parts, before, submitted, relationship } = data;
  const open = parts.filter((part) => part.left > 0);
  const left = open.reduce((sum, part) => sum + part.left, 0);
  const address = (part: string) => `${base}/${requestId}/${part}`;
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold tracking-tight sm:text-3xl">
        {t("rater.send.title")}
      </h1>
      {refusal === "nothing-said" && (
        <p
          role="alert"
          className="mt-4 border-s-4 border-danger-fill ps-4 font-semibold text-danger-text"
        >
          {t("rater.send.nothingSaid")}
        </p>
      )}
      {left > 0 ? (
        <section className="mt-4" aria-labelledby="open-items">
          <h2 id="open-items" className="font-semibold">
            {t("rater.send.open", { count: left })}
          </h2>
          <ul className="mt-2 mb-6 grid gap-1">
            {open.map((part) => (
              <li key={part.key}>
                <Link href={address(part.key)} reloadDocument>
                  {part.title}
                </Link>{" "}
                <span className="text-ink-muted">
                  {t("rater.send.openIn", { count: part.left })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p className="mt-3 mb-6 text-ink-muted">
          {t(submitted ? "rater.send.leadAgain" : "rater.send.lead", {
            context: relationship === "self" ? "self" : undefined,
          })}
        </p>
      )}
      <form
        method="post"
        action={address("send")}
        className="flex flex-wrap items-center gap-3 border-t border-line pt-6"
      >
        {left > 0 ? (
          <>
            <ButtonLink href={address(open[0]?.key ?? "")} variant="primary" reloadDocument>
              {t("rater.intro.continue")}
            </ButtonLink>
            <Button name="declineRest" value="1">
              {t("rater.send.declineRest")}
            </Button>
          </>
        ) : (
          <Button variant="primary">
            {t(submitted ? "rater.send.again" : "rater.send.action")}
          </Button>
        )}
        {before && (
          <ButtonLink href={address(before)} variant="quiet" reloadDocument>
            {t("rater.back")}
          </ButtonLink>
        )}
      </form>
    </>
  );
}
