import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import type { ShownChange } from "../own/publishing-page.server.ts";

type Props = { revision: number; basedOn: number | null; changes: readonly ShownChange[] };

const KINDS = ["same", "reworded", "split", "merged", "new", "retired"] as const;

/** What publishing does, before it is done, and the two ways a draft ends. */
export function PublishPanel({ revision, basedOn, changes }: Props) {
  const { t } = useTranslation("frameworks");
  const sending = useNavigation().state === "submitting";
  const version = (basedOn ?? 0) + 1;
  return (
    <Panel title={t("own.publish.title", { version })} lead={t("own.publish.lead")}>
      <div className="grid gap-6">
        {basedOn !== null && (
          <div className="grid max-w-reading gap-3">
            {KINDS.map((kind) => {
              const those = changes.filter((change) => change.kind === kind);
              if (those.length === 0) return null;
              return (
                <Disclosure
                  key={kind}
                  summary={t(`own.publish.kinds.${kind}`, { count: those.length })}
                  open={kind !== "same" && those.length <= 10}
                >
                  <Points points={those.map((change) => sentence(change))} />
                </Disclosure>
              );
            })}
          </div>
        )}
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="revision" value={revision} />
          <Button variant="primary" name="intent" value="publish" busy={sending}>
            {t("own.publish.action", { version })}
          </Button>
        </Form>
        <Disclosure summary={t("own.discard.summary")}>
          <Form method="post" className="grid justify-items-start gap-3">
            <p className="text-ink-muted">
              {t(basedOn === null ? "own.discard.whole" : "own.discard.draft")}
            </p>
            <input type="hidden" name="revision" value={revision} />
            <Button variant="caution" name="intent" value="discard">
              {t("own.discard.action")}
            </Button>
          </Form>
        </Disclosure>
      </div>
    </Panel>
  );
}

function sentence({ from, to }: ShownChange): string {
  if (from.length === 0 || to.length === 0) return [...from, ...to].join(", ");
  const [before, after] = [from.join(", "), to.join(", ")];
  return before === after ? after : `${before} → ${after}`;
}
