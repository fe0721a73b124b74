import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { needsOthers } from "../../domain/cycle-kind.ts";
import type { SetupFacts } from "./setup-facts.ts";

/** What each way on will do, said before it is done. */
export function LaunchForm({ facts }: { facts: SetupFacts }) {
  const { t } = useTranslation("feedback-hr");
  const sending = useNavigation().formData?.get("intent");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { cycle, asked, counts } = facts;
  const { nominatedBy } = cycle.rules;
  const date = (day: string | null) => ({ date: day ? writtenDate(day) : "" });
  const mayOpen =
    cycle.state === "draft" &&
    cycle.nominateBy !== null &&
    nominatedBy !== "hr" &&
    needsOthers(cycle.kind);
  return (
    <Form method="post" className="grid gap-5">
      {mayOpen && (
        <Panel title={tSetup(`open.title.${nominatedBy}`)}>
          <Points
            points={[
              tSetup(`open.mails.${nominatedBy}`, { count: counts.participants }),
              t("setup.review.opened.until", date(cycle.nominateBy)),
              t("setup.review.opened.back"),
            ]}
          />
          <Button
            variant="primary"
            name="intent"
            value="open"
            wide
            className="w-fit"
            busy={sending === "open"}
          >
            {tSetup(`open.action.${nominatedBy}`)}
          </Button>
        </Panel>
      )}
      <Panel title={t("setup.review.whenLaunched")}>
        <Points
          points={[
            t("setup.review.launched.mails", { count: asked.people }),
            t("setup.review.launched.until", date(cycle.closesOn)),
            t("setup.review.launched.snapshot"),
            t("setup.review.launched.fixed"),
          ]}
        />
        <Button
          variant={mayOpen ? "secondary" : "primary"}
          name="intent"
          value="launch"
          wide
          className="w-fit"
          busy={sending === "launch"}
        >
          {t("setup.review.launch", { count: asked.people })}
        </Button>
      </Panel>
    </Form>
  );
}
