import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { usefulnessRatings } from "../domain/usefulness-scale.ts";

type Props = { reportId: string; cycleName: string; rating: number | null };

/** One click: how useful a cycle was to its participant. It can be changed. */
export function UsefulnessForm({ reportId, cycleName, rating }: Props) {
  const { t } = useTranslation("cycle-running");
  return (
    <div className="max-w-224">
      <Panel title={t("rate.title", { cycle: cycleName })} lead={t("rate.who")}>
        <Form
          method="post"
          action={`/reports/${reportId}/usefulness`}
          className="grid gap-2 sm:grid-cols-5"
        >
          {usefulnessRatings.map((each) => (
            <Button
              key={each}
              name="rating"
              value={each}
              variant={each === rating ? "primary" : "secondary"}
              aria-pressed={each === rating}
            >
              <VisuallyHidden>{t("rate.value", { value: each })}</VisuallyHidden>
              <span>{t(`usefulness.ratings.${each}`)}</span>
            </Button>
          ))}
        </Form>
        {rating !== null && <p className="text-sm text-ink-muted">{t("rate.thanks")}</p>}
      </Panel>
    </div>
  );
}
