import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { NO_TITLE, RARE, timeHats } from "../../domain/time/time.ts";
import type { ShownKind } from "../../time/time-page.server.ts";
import { hoursOf } from "./balance-figure.tsx";

/** What meetings were called, each to be put to a hat once: what was put stays so for the next calendar. */
export function KindsForm({ kinds, id }: { kinds: readonly ShownKind[]; id: string }) {
  const { t } = useTranslation("time");
  return (
    <Form key={kinds.map((kind) => kind.id + kind.hat).join()} method="post" className="grid gap-5">
      <ol className="divide-y divide-line border-y border-line">
        {kinds.map((kind, at) => (
          <li
            key={kind.id}
            className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_24rem] sm:items-center"
          >
            <div className="min-w-0">
              <p dir="auto" className="font-medium wrap-anywhere">
                <KindTitle kind={kind} />
              </p>
              <p className="text-sm text-ink-muted">
                {t("kinds.took", { count: kind.meetings, hours: hoursOf(kind.minutes) })}
                {isOneThing(kind) && (
                  <>
                    {" · "}
                    <Link href={`/plan/clear-outs?kind=${kind.id}`}>
                      {t("kinds.needless")}
                      <span className="sr-only">: {kind.title}</span>
                    </Link>
                  </>
                )}
              </p>
            </div>
            <input type="hidden" name={`of[${at}].kind`} value={kind.id} />
            <RadioGroup
              id={`${id}-${at}`}
              name={`of[${at}].hat`}
              legend={t("kinds.legend", { title: kind.title || t(titleKey(kind)) })}
              legendHidden
              layout="scale"
              defaultValue={kind.hat ?? undefined}
              choices={timeHats.map((value) => ({ value, label: t(`hat.${value}`) }))}
            />
          </li>
        ))}
      </ol>
      <Button variant="primary" name="step" value="put" className="justify-self-start">
        {t("kinds.save")}
      </Button>
    </Form>
  );
}

/** What stands for several is no meeting that could be stopped. */
function isOneThing({ series }: ShownKind): boolean {
  return series !== NO_TITLE && series !== RARE;
}

function titleKey({ series }: ShownKind): "kinds.rare" | "kinds.untitled" {
  return series === RARE ? "kinds.rare" : "kinds.untitled";
}

function KindTitle({ kind }: { kind: ShownKind }) {
  const { t } = useTranslation("time");
  return isOneThing(kind) ? kind.title : t(titleKey(kind));
}
