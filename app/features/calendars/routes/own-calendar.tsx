import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { changeFeed, feedPress } from "../change-feed.server.ts";
import { feedPage } from "../feed-page.server.ts";
import type { Route } from "./+types/own-calendar";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const said = new URL(request.url).searchParams.get("said");
  return { page: await feedPage(getPlatform(context), actor), said };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const press = await readPress(request, feedPress);
  const done = await changeFeed(getPlatform(context), actor, press);
  if (!done.ok) throw notFound();
  return redirect(`/account/calendar?said=${press.step}`);
}

const SAID = ["make", "stop"] as const;

/** What is due for somebody in their own calendar: the link, and what it says to whoever looks into that. */
export default function OwnCalendar({ loaderData: { page, said } }: Route.ComponentProps) {
  const { t } = useTranslation("calendars");
  const told = SAID.find((each) => each === said);
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={page && t("lead")}
        breadcrumbs={[{ label: t("back"), href: "/account" }]}
      />
      {page ? (
        <WithAside
          label={t("aside.label")}
          aside={
            <>
              <AsidePart title={t("aside.seen")}>
                <p className="text-ink-muted">{t("aside.seenBody")}</p>
              </AsidePart>
              <AsidePart title={t("aside.how")}>
                <p className="text-ink-muted">{t("aside.howBody")}</p>
              </AsidePart>
            </>
          }
        >
          <div className="grid grid-cols-1 gap-8">
            {told && <Notice tone="success">{t(`said.${told}`)}</Notice>}
            {page.feed ? <Link feed={page.feed} /> : <NoLink />}
          </div>
        </WithAside>
      ) : (
        <EmptyState title={t("nobody.title")}>{t("nobody.body")}</EmptyState>
      )}
    </>
  );
}

function NoLink() {
  const { t } = useTranslation("calendars");
  return (
    <Panel title={t("none.title")} lead={t("none.body")}>
      <Form method="post">
        <input type="hidden" name="step" value="make" />
        <Button variant="primary">{t("none.make")}</Button>
      </Form>
    </Panel>
  );
}

function Link({ feed }: { feed: { id: string; link: string; madeOn: string } }) {
  const { t } = useTranslation("calendars");
  return (
    <Panel title={t("link.title")} lead={t("link.lead")}>
      <div className="grid max-w-form gap-6">
        <TextField
          readOnly
          name="link"
          label={t("link.label")}
          hint={t("link.hint", { date: writtenDate(feed.madeOn) })}
          defaultValue={feed.link}
        />
        <div className="flex flex-wrap gap-3">
          <Form method="post">
            <input type="hidden" name="step" value="make" />
            <input type="hidden" name="replaces" value={feed.id} />
            <Button>{t("link.replace")}</Button>
          </Form>
          <Form method="post">
            <input type="hidden" name="step" value="stop" />
            <Button variant="quiet">{t("link.stop")}</Button>
          </Form>
        </div>
      </div>
    </Panel>
  );
}
