import { useTranslation } from "react-i18next";
import { redirect, useRouteError } from "react-router";
import { z } from "zod";
import { RaterShell } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { WrittenText } from "~/ui/written-text.tsx";
import { calledOffOf, problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import { informationData, wayOn } from "../information/information-data.server.ts";
import { deviceOf, knowDevice } from "../pseudonyms/device.server.ts";
import { keepRead } from "../pseudonyms/read-on-device.server.ts";
import type { Route } from "./+types/rater-information";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice];

const SAID = ["not-now", "taken-back", "changed", "no-cookies"] as const;

export async function loader(args: Route.LoaderArgs) {
  const { rater: _, read, ...told } = await informationData(args);
  const { searchParams } = new URL(args.request.url);
  const next = searchParams.get("next");
  const said = SAID.find((each) => each === searchParams.get("said")) ?? null;
  const agreed = told.texts
    .filter(({ audience, mode }) => mode === "agreed" && read[audience]?.agreed === true)
    .map(({ audience }) => audience);
  return { ...told, agreed, said, next, on: wayOn(told.base, next) };
}

const informationForm = z.object({
  intent: z.enum(["on", "not-now", "take-back"]),
  audience: z.string().max(40),
  number: z.coerce.number().int(),
  next: z.string().max(200).optional(),
});

/** Keeps with the device, and nowhere else, what whoever presses was shown or agrees to. */
export async function action(args: Route.ActionArgs) {
  const { rater, base, read, texts } = await informationData(args);
  const press = await readPress(args.request, informationForm);
  const { intent, audience, number, next = "" } = press;
  const here = (said: (typeof SAID)[number]) =>
    `${base}/information?${new URLSearchParams({ said, next })}`;
  if (intent === "not-now") return redirect(here("not-now"));
  // A browser that keeps nothing would be asked for ever.
  if (!args.request.headers.get("cookie")) return redirect(here("no-cookies"));
  const text = texts.find((each) => each.audience === audience);
  if (text?.number !== number) return redirect(here("changed"));
  const { [audience]: __, ...others } = read;
  const agreed = text.mode === "agreed";
  const now = intent === "on" ? { ...others, [audience]: { number, agreed } } : others;
  const { shared } = deviceOf(args.context);
  const { secret } = getPlatform(args.context);
  const headers = { "Set-Cookie": await keepRead(secret, rater, { read: now, shared }) };
  // Where another text waits, the page that was wanted leads there.
  return redirect(intent === "on" ? wayOn(base, next) : here("taken-back"), { headers });
}

/** What an organisation tells those who answer by link, before the first question and whenever they ask. */
export default function RaterInformation({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("rater-information");
  const { base, organisation, language, texts, waits, settings, said, on } = loaderData;
  const shown = waits ? [waits] : texts;
  return (
    <RaterShell organisation={organisation} base={base} language={language}>
      <PageTitle>{t("title")}</PageTitle>
      {said && (
        <div className="mb-6">
          <Notice title={t(`said.${said}.title`)}>{t(`said.${said}.body`)}</Notice>
        </div>
      )}
      <PageHeader
        title={t("title")}
        lead={t(waits ? `lead.${waits.mode}` : "lead.again", { organisation })}
      />
      <div className="grid gap-8">
        {shown.length === 0 && (
          <section>
            <p className="mb-3">{t("none", { organisation })}</p>
            <Points points={[...settings]} />
          </section>
        )}
        {shown.map((text) => (
          <Text key={text.audience} text={text} data={loaderData} />
        ))}
      </div>
      {!waits && (
        <p className="mt-8">
          <ButtonLink href={on} reloadDocument>
            {t("back")}
          </ButtonLink>
        </p>
      )}
    </RaterShell>
  );
}

type Data = Route.ComponentProps["loaderData"];

function Text({ text, data }: { text: Data["texts"][number]; data: Data }) {
  const { t } = useTranslation("rater-information");
  const { waits, agreed, base, next } = data;
  const isAgreed = agreed.includes(text.audience);
  return (
    <section className="grid gap-5">
      <WrittenText text={text.text} language={text.language} />
      {text.today.length > 0 && (
        <div>
          <p className="mb-2 font-semibold">{t("today")}</p>
          <Points points={text.today} />
        </div>
      )}
      <p className="text-sm text-ink-muted">
        {t("version", { number: text.number, date: writtenDate(text.publishedOn) })} {t("device")}
      </p>
      {(waits || isAgreed) && (
        <form method="post" action={`${base}/information`} className="grid gap-3">
          <input type="hidden" name="audience" value={text.audience} />
          <input type="hidden" name="number" value={text.number} />
          <input type="hidden" name="next" value={next ?? ""} />
          {waits ? (
            <>
              {text.mode === "agreed" && <p>{t("consequence", { contact: text.contact })}</p>}
              <div className="flex flex-wrap items-center gap-2">
                <Button variant="primary" name="intent" value="on" wide>
                  {t(`on.${text.mode}`)}
                </Button>
                <Button variant="quiet" name="intent" value="not-now" wide>
                  {t("notNow")}
                </Button>
              </div>
            </>
          ) : (
            <>
              <p>{t("takeBack.what", { contact: text.contact })}</p>
              <Button name="intent" value="take-back" className="w-fit">
                {t("takeBack.action")}
              </Button>
            </>
          )}
        </form>
      )}
    </section>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <RaterProblem kind={problemKind(error)} calledOff={calledOffOf(error)} />;
}
