import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireOwner } from "~/features/identity/index.server.ts";
import { localPath } from "~/features/identity/index.ts";
import { chooseLetters, lettersOfAllContext } from "~/features/letters/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { WrittenText } from "~/ui/written-text.tsx";
import {
  answerText,
  answerTextInput,
  withdrawAgreement,
  withdrawInput,
} from "../information/answer-text.server.ts";
import { type OwnText, readOwnInformation } from "../information/own-information.server.ts";
import { keptContext } from "../retention/kept-context.server.ts";
import type { Route } from "./+types/account-information";

const SAID = ["changed", "withdrawn"] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireOwner(context, request);
  const kept = await context.get(keptContext)();
  const own = await readOwnInformation(getPlatform(context), kept, actor);
  const { searchParams } = new URL(request.url);
  const said = SAID.find((each) => each === searchParams.get("said")) ?? null;
  // Whoever left has nothing to agree to.
  const waits = actor.role === "leaver" ? null : own.waits;
  return { ...own, waits, said, next: searchParams.get("next") };
}

const informationForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("on"),
    ...answerTextInput.shape,
    next: z.string().max(2_000).optional(),
  }),
  z.object({ intent: z.literal("withdraw"), ...withdrawInput.shape }),
]);

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireOwner(context, request);
  const platform = getPlatform(context);
  const form = await readPress(request, informationForm);
  const here = "/account/information";
  if (form.intent === "on") {
    const { next = "" } = form;
    const answered = await answerText(platform, actor, form);
    if (!answered.ok) return redirect(`${here}?${new URLSearchParams({ said: "changed", next })}`);
    // Where another text waits, the page that was wanted leads there. It may be a file.
    return redirect(next === "" ? here : localPath(next));
  }
  const withdrawn = await withdrawAgreement(platform, actor, form);
  if (!withdrawn.ok) return redirect(here);
  // Nobody is reminded of what they do not want to be asked.
  await chooseLetters(platform, actor, await context.get(lettersOfAllContext)(), { wanted: [] });
  return redirect(`${here}?said=withdrawn`);
}

/** What happens to the data of whoever asks: before their first page, and whenever they want to read it again. */
export default function OwnInformation({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("information");
  const { t: ofAccount } = useTranslation("account");
  const { organisation, texts, waits, settings, said, next } = loaderData;
  const shown = waits ? [waits] : texts;
  return (
    <>
      <PageTitle>{t("own.title")}</PageTitle>
      {said && (
        <div className="mb-6">
          <Notice title={t(`own.said.${said}.title`)}>{t(`own.said.${said}.body`)}</Notice>
        </div>
      )}
      <PageHeader
        breadcrumbs={[{ label: ofAccount("title"), href: "/account" }]}
        title={t("own.title")}
        lead={t(waits ? `own.lead.${waits.mode}` : "own.lead.again", { organisation })}
      />
      <div className="grid max-w-reading grid-cols-1 gap-8">
        {shown.length === 0 && (
          <Panel title={t("own.none.title")} lead={t("own.none.body", { organisation })}>
            <Points points={settings} />
          </Panel>
        )}
        {shown.map((text) => (
          <Panel key={text.audience} title={t(`own.for.${text.audience}`)}>
            <WrittenText text={text.text} language={text.language} level={3} />
            {text.today.length > 0 && (
              <div>
                <p className="mb-2 font-semibold">{t("own.today")}</p>
                <Points points={text.today} />
              </div>
            )}
            <p className="text-sm text-ink-muted">
              {t("own.version", { number: text.number, date: writtenDate(text.publishedOn) })}{" "}
              {said !== "withdrawn" && <Known text={text} />}
            </p>
            {waits ? (
              <GoOn text={waits} next={next} />
            ) : (
              text.agreedOn !== null && text.mode === "agreed" && <TakeBack text={text} />
            )}
          </Panel>
        ))}
      </div>
    </>
  );
}

/** What is kept of them having seen it. */
function Known({ text }: { text: OwnText }) {
  const { t } = useTranslation("information");
  const { answer, agreedOn } = text;
  if (agreedOn !== null) return t("own.agreed", { date: writtenDate(agreedOn) });
  if (answer?.withdrawnOn) return t("own.withdrawn", { date: writtenDate(answer.withdrawnOn) });
  return answer === null ? null : t("own.seen", { date: writtenDate(answer.answeredOn) });
}

function GoOn({ text, next }: { text: OwnText; next: string | null }) {
  const { t } = useTranslation("information");
  return (
    // What was wanted may be a file, which a whole page load gets and nothing else.
    <Form method="post" action="/account/information" reloadDocument className="grid gap-3">
      <input type="hidden" name="audience" value={text.audience} />
      <input type="hidden" name="number" value={text.number} />
      <input type="hidden" name="mode" value={text.mode} />
      <input type="hidden" name="next" value={next ?? "/home"} />
      {text.mode === "agreed" && <p>{t("own.consequence", { contact: text.contact })}</p>}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" name="intent" value="on" wide>
          {t(`own.on.${text.mode}`)}
        </Button>
        <ButtonLink href="/account" wide>
          {t("own.notNow")}
        </ButtonLink>
      </div>
    </Form>
  );
}

function TakeBack({ text }: { text: OwnText }) {
  const { t } = useTranslation("information");
  return (
    <Form
      method="post"
      action="/account/information"
      className="grid gap-3 border-t border-line pt-4"
    >
      <input type="hidden" name="audience" value={text.audience} />
      <p>{t("own.takeBack.what", { contact: text.contact })}</p>
      <Button name="intent" value="withdraw" variant="caution" className="w-fit">
        {t("own.takeBack.action")}
      </Button>
    </Form>
  );
}
