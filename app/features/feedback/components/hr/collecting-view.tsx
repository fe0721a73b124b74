import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { type Monitoring, MonitoringView } from "~/features/rounds/index.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import type { CycleHead } from "../../running/running-page.server.ts";
import { cycleWays } from "./cycle-ways.ts";
import { RoundAside } from "./round-aside.tsx";
import { useLive } from "./use-live.ts";

const LOOKS_AGAIN_SECONDS = 60;

type Props = { head: CycleHead; monitoring: Monitoring };

/** While answers come in: how many, from whom they are still asked, and what can be done. */
export function CollectingView({ head, monitoring }: Props) {
  const { t } = useTranslation("cycle-running");
  useLive(LOOKS_AGAIN_SECONDS);
  const { cycle, told } = head;
  return (
    <WithAside label={t("aside.label")} aside={<RoundAside head={head} />}>
      <MonitoringView
        round={{ id: cycle.id, paused: cycle.paused, told }}
        monitoring={monitoring}
        ways={cycleWays(cycle.id)}
      >
        <Actions head={head} />
      </MonitoringView>
    </WithAside>
  );
}

function Actions({ head: { cycle, overdue } }: { head: CycleHead }) {
  const { t } = useTranslation(["cycle-running", "feedback-hr", "letters", "cycle-over"]);
  const sending = useNavigation().state === "submitting";
  const base = `/cycles/${cycle.id}`;
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink variant={overdue ? "primary" : "secondary"} href={`${base}/close`}>
        {t("cycle.collecting.close", { ns: "feedback-hr" })}
      </ButtonLink>
      <ButtonLink href={`${base}/extend`}>{t("extend.link")}</ButtonLink>
      <Form method="post" action={base}>
        <Button name="intent" value={cycle.paused ? "resume" : "pause"} busy={sending}>
          {t(cycle.paused ? "resume" : "pause")}
        </Button>
      </Form>
      {cycle.releaseMode === "coach" && (
        <ButtonLink href={`${base}/coaches`}>{t("coaches.link")}</ButtonLink>
      )}
      <ButtonLink variant="quiet" href={`${base}/call-off`}>
        {t("callOff.link", { ns: "cycle-over" })}
      </ButtonLink>
    </div>
  );
}
