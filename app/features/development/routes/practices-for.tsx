import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { HatBadge } from "../components/hat-badge.tsx";
import { PracticeCard } from "../components/practice-card.tsx";
import type { ShownPractice } from "../domain/library/shown-guide.ts";
import { behaviourPage } from "../library/guide-reads.server.ts";
import { offerInput, offerPractice } from "../library/offer-practice.server.ts";
import { mayHavePlan, mayKeepPractices, mayReadPractices } from "../policy.ts";
import type { Route } from "./+types/practices-for";

export async function loader({ context, request, params: { behaviour } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadPractices);
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    behaviourPage(tx, actor, behaviour, readerLanguage()),
  );
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get("said");
  return { ...page, mayPractise: mayHavePlan(actor), said };
}

export async function action({ context, request, params: { behaviour } }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayKeepPractices);
  const press = await readPress(request, offerInput);
  const outcome = await offerPractice(getPlatform(context), actor, behaviour, press);
  if (!outcome.ok) throw notFound();
  return redirect(`/practices/${behaviour}?said=${press.intent}`);
}

const SAID = ["hide", "show", "saved"] as const;

/** One behaviour: what more and less of it look like, practices, questions; for HR also what is hidden. */
export default function PracticesFor({ loaderData: page }: Route.ComponentProps) {
  const { t } = useTranslation("practices");
  const said = SAID.find((each) => each === page.said);
  const { key, label, hat, competency, practices, mayKeep, mayPractise } = page;
  return (
    <>
      <PageTitle>{label}</PageTitle>
      <PageHeader
        title={label}
        eyebrow={competency}
        lead={page.self}
        status={<HatBadge hat={hat} />}
        breadcrumbs={[{ label: t("list.title"), href: "/practices" }]}
        action={
          mayKeep && (
            <ButtonLink href={`/practices/${key}/new`} icon={<PlusIcon />}>
              {t("add")}
            </ButtonLink>
          )
        }
      />
      <WithAside
        label={t("beside")}
        aside={
          <>
            <AsidePart title={t("tooLittle")}>
              <p className="text-ink-muted">{page.tooLittle}</p>
            </AsidePart>
            <AsidePart title={t("tooMuch")}>
              <p className="text-ink-muted">{page.tooMuch}</p>
            </AsidePart>
          </>
        }
      >
        <div className="grid gap-10">
          {said && <Notice tone="success">{t(`said.${said}`)}</Notice>}
          <div className="grid max-w-reading gap-6 sm:grid-cols-2">
            {(["more", "less"] as const).map((way) => (
              <section key={way} aria-labelledby={way} className="grid content-start gap-1">
                <h2 id={way} className="font-serif text-xl font-semibold">
                  {t(`looks.${way}`)}
                </h2>
                <p>{page[way]}</p>
              </section>
            ))}
          </div>
          <section aria-labelledby="practices" className="grid gap-4">
            <h2 id="practices" className="font-serif text-2xl font-semibold">
              {t("practices", { count: practices.filter(({ isHidden }) => !isHidden).length })}
            </h2>
            <ul className="grid max-w-reading gap-4">
              {practices.map((practice) => (
                <PracticeCard
                  key={practice.key}
                  practice={practice}
                  actions={
                    <>
                      {mayPractise && !practice.isHidden && (
                        <Practise behaviour={key} practice={practice} />
                      )}
                      {mayKeep && <Keep behaviour={key} practice={practice} />}
                    </>
                  }
                />
              ))}
            </ul>
          </section>
          <section aria-labelledby="questions" className="grid gap-3">
            <h2 id="questions" className="font-serif text-2xl font-semibold">
              {t("questions")}
            </h2>
            <Points points={page.questions} />
          </section>
        </div>
      </WithAside>
    </>
  );
}

/** Taking it for oneself, for 30 days. */
function Practise({ behaviour, practice }: { behaviour: string; practice: ShownPractice }) {
  const { t } = useTranslation("practising");
  const like = new URLSearchParams({ behaviour, practice: practice.key });
  return (
    <ButtonLink size="small" href={`/plan/practice/new?${like}`}>
      {t("practise")}
      <span className="sr-only">: {practice.name}</span>
    </ButtonLink>
  );
}

/** What HR may do with a practice. */
function Keep({ behaviour, practice }: { behaviour: string; practice: ShownPractice }) {
  const { t } = useTranslation("practices");
  const { key, name, isOwn, isHidden } = practice;
  const to = isOwn ? key : `new?${new URLSearchParams({ like: key })}`;
  return (
    <>
      <ButtonLink size="small" href={`/practices/${behaviour}/${to}`}>
        {t(isOwn ? "change" : "likeThis")}
        <span className="sr-only">: {name}</span>
      </ButtonLink>
      <Form method="post">
        <input type="hidden" name="practice" value={key} />
        <Button size="small" name="intent" value={isHidden ? "show" : "hide"}>
          {t(isHidden ? "show" : "hide")}
          <span className="sr-only">: {name}</span>
        </Button>
      </Form>
    </>
  );
}
