import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { localeOf } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { LiveStatus } from "~/ui/live-status.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { Progress } from "~/ui/progress.tsx";
import type { CycleHead } from "../../running/running-page.server.ts";
import { useLive } from "./use-live.ts";

const EVERY_SECONDS = 3;

/** After closing: first a way back, then the reports being made. The page follows by itself, scripts or not. */
export function ClosingView({ head }: { head: CycleHead }) {
  const waiting = head.facts.closure?.state === "waiting";
  useLive(EVERY_SECONDS);
  return (
    <>
      <noscript>
        <meta
          httpEquiv="refresh"
          content={`${waiting ? EVERY_SECONDS * 10 : EVERY_SECONDS};url=/cycles/${head.cycle.id}`}
        />
      </noscript>
      {waiting ? <WayBack head={head} /> : <Scoring head={head} />}
    </>
  );
}

function WayBack({ head: { cycle, facts } }: { head: CycleHead }) {
  const { t } = useTranslation("cycle-running");
  const sending = useNavigation().state === "submitting";
  const at = facts.closure?.scoresAt ?? "";
  return (
    <Panel title={t("waiting.title")}>
      <p className="max-w-reading">
        {t("waiting.until")} <Clock at={at} />
      </p>
      <Points points={[t("waiting.points.reopen"), t("waiting.points.after")]} />
      <Form method="post" action={`/cycles/${cycle.id}`} className="flex flex-wrap gap-3">
        <Button name="intent" value="reopen" variant="primary" wide busy={sending}>
          {t("waiting.reopen")}
        </Button>
        <Button name="intent" value="score-now" wide busy={sending}>
          {t("waiting.now")}
        </Button>
      </Form>
    </Panel>
  );
}

/** A time of day where the reader is; before scripts arrive, and on the server, in UTC and said so. */
function Clock({ at }: { at: string }) {
  const text = new Date(at).toLocaleTimeString(localeOf(), {
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  return (
    <time dateTime={at} className="font-semibold tabular-nums" suppressHydrationWarning>
      {text}
    </time>
  );
}

function Scoring({ head: { cycle } }: { head: CycleHead }) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  const { scored, total } = cycle.closure ?? { scored: 0, total: 1 };
  return (
    <Panel>
      <Progress label={t("cycle.closing.progress")} value={scored} max={total || 1} />
      <LiveStatus className="sr-only">
        {t("scoring", { ns: "cycle-running", scored, total })}
      </LiveStatus>
      <p className="max-w-reading text-ink-muted">{t("cycle.closing.explain")}</p>
    </Panel>
  );
}
