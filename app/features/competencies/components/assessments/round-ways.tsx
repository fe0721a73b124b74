import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import type { RoundPage } from "../../assessments/round-page.server.ts";
import { roundPath } from "../../paths/assessment-paths.ts";

/** What else can be done with a round, by where it stands. What can't be undone asks once more. */
export function RoundWays({ page: { round, mayCalibrate, people, counts } }: { page: RoundPage }) {
  const { t } = useTranslation("assessments");
  const path = roundPath(round.id);
  const open = people.length - counts.concluded;
  const runs = round.state === "collecting";
  return (
    <section className="grid gap-4" aria-labelledby="ways">
      <h2 id="ways" className="text-xl font-semibold">
        {t("ways.title")}
      </h2>
      <div className="flex flex-wrap items-start gap-3">
        {mayCalibrate && (
          <ButtonLink href={`${path}/calibration`}>{t("ways.calibration")}</ButtonLink>
        )}
        {runs && <ButtonLink href={`${path}/extend`}>{t("ways.extend")}</ButtonLink>}
        {runs && <Act round={round} intent={round.paused ? "resume" : "pause"} />}
        {!runs && round.state !== "draft" && (
          <Act round={round} intent={round.archived ? "unarchive" : "archive"} />
        )}
        {runs && <ButtonLink href={`${path}/call-off`}>{t("ways.call-off")}</ButtonLink>}
      </div>
      {runs && (
        <Disclosure summary={t("ways.closeSooner")}>
          <div className="grid max-w-reading gap-3">
            <p>{t("ways.closeLead", { count: open })}</p>
            <Act round={round} intent="close" />
          </div>
        </Disclosure>
      )}
      {round.state === "draft" && (
        <Disclosure summary={t("ways.deleteAsked")}>
          <div className="grid max-w-reading gap-3">
            <p>{t("ways.deleteLead")}</p>
            <Act round={round} intent="delete" />
          </div>
        </Disclosure>
      )}
    </section>
  );
}

function Act({ round, intent }: { round: RoundPage["round"]; intent: string }) {
  const { t } = useTranslation("assessments");
  return (
    <Form method="post">
      <input type="hidden" name="revision" value={round.revision} />
      <Button name="intent" value={intent} {...(intent === "delete" ? { variant: "danger" } : {})}>
        {t(`ways.${intent}`)}
      </Button>
    </Form>
  );
}
