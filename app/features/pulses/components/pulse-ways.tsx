import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { callOffAskedInput } from "../asking/call-off-asked.server.ts";
import type { PulseRunPage } from "../pulse/run-page.server.ts";

type Props = { pulse: PulseRunPage; answer: FormAnswer | undefined };

/** What can be done with a round that runs, in the words of its kind. What can't be undone asks once more. */
export function PulseWays({ pulse, answer }: Props) {
  const { t } = useTranslation("pulses");
  const context = pulse.kind;
  const form = useFormFields<typeof callOffAskedInput>({
    ...{ id: "call-off", answer },
    start: { reason: "" },
    say: ({ code }) => t(`run.problems.${code}`),
  });
  return (
    <div className="grid gap-4">
      <Press intent={pulse.paused ? "resume" : "pause"} />
      <Disclosure summary={t("run.closeSooner")}>
        <div className="grid gap-3">
          <p>{t("run.closeLead", { context })}</p>
          <Press intent="close" />
        </div>
      </Disclosure>
      <Disclosure summary={t("run.callOff")} open={form.problems.length > 0}>
        <Form {...form.form} className="grid gap-4">
          <ErrorSummary problems={form.problems} />
          <p>{t("run.callOffLead", { context })}</p>
          <TextArea
            {...form.field("reason")}
            rows={3}
            label={t("run.reason")}
            hint={t("run.reasonHint")}
          />
          <div>
            <Button name="intent" value="call-off" variant="danger">
              {t("run.press.call-off")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}

function Press({ intent }: { intent: "pause" | "resume" | "close" }) {
  const { t } = useTranslation("pulses");
  return (
    <Form method="post">
      <Button name="intent" value={intent}>
        {t(`run.press.${intent}`)}
      </Button>
    </Form>
  );
}
