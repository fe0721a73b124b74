import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { chooseLetters, chooseLettersInput } from "../declining/choose-letters.server.ts";
import { lettersOfAllContext } from "../declining/kinds-context.server.ts";
import { readOwnLetters } from "../declining/own-letters.server.ts";
import type { Route } from "./+types/own-letters";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const kinds = await context.get(lettersOfAllContext)();
  return {
    letters: await readOwnLetters(getPlatform(context), actor, kinds),
    saved: new URL(request.url).searchParams.get("said") === "saved",
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const wish = await readPress(request, chooseLettersInput);
  const kinds = await context.get(lettersOfAllContext)();
  const outcome = await chooseLetters(getPlatform(context), actor, kinds, wish);
  if (!outcome.ok) throw notFound();
  return redirect("/account/letters?said=saved");
}

const ALWAYS = ["request", "security", "address", "own"] as const;

/** Which letters somebody gets, and which of them they may do without. */
export default function OwnLetters({ loaderData: { letters, saved } }: Route.ComponentProps) {
  const { t } = useTranslation("own-letters");
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={letters && t("lead")}
        breadcrumbs={[{ label: t("back"), href: "/account" }]}
      />
      {letters ? (
        <WithAside
          label={t("aside.label")}
          aside={
            <AsidePart title={t("aside.title")}>
              <div className="grid gap-3 text-sm text-ink-muted">
                <p>{t("aside.hr")}</p>
                <p>{t("aside.language")}</p>
              </div>
            </AsidePart>
          }
        >
          <div className="grid grid-cols-1 gap-8">
            {saved && <Notice tone="success">{t("saved")}</Notice>}
            <Panel title={t("choose.title")} lead={t("choose.lead")}>
              <Form method="post" className="grid max-w-form gap-6">
                <CheckboxGroup
                  key={letters.wanted.join()}
                  name="wanted"
                  legend={t("choose.legend")}
                  choices={letters.choices.map(({ name, about, hint }) => ({
                    ...{ value: name, label: about, hint },
                  }))}
                  defaultValues={letters.wanted}
                />
                <Button variant="primary" className="w-fit">
                  {t("choose.action")}
                </Button>
              </Form>
            </Panel>
            <Panel title={t("always.title")} lead={t("always.lead")}>
              <ul className="grid max-w-reading list-disc gap-2 ps-5">
                {ALWAYS.map((each) => (
                  <li key={each}>{t(`always.${each}`)}</li>
                ))}
              </ul>
            </Panel>
          </div>
        </WithAside>
      ) : (
        <EmptyState title={t("nobody.title")}>{t("nobody.body")}</EmptyState>
      )}
    </>
  );
}
