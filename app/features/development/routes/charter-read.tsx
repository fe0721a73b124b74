import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { charterPage } from "../charter/charter-pages.server.ts";
import { partnerPress, pressOnProposed } from "../charter/press-on-charter.server.ts";
import { CharterText } from "../components/charter/charter-text.tsx";
import { SignForm } from "../components/charter/sign-form.tsx";
import { mayAgreeCharters } from "../policy.ts";
import type { Route } from "./+types/charter-read";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayAgreeCharters);
  const page = await charterPage(getPlatform(context), actor, params.charterId);
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayAgreeCharters);
  const form = await readForm(request, partnerPress, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const done = await pressOnProposed(getPlatform(context), actor, params.charterId, form.value);
  if (done.ok) return redirect(`/charters?said=${form.value.intent}`);
  if (done.reason === "problems") return form.refused(done.problems);
  throw notFound();
}

/** One version, beside the one before it. */
export default function ReadCharter({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charters");
  const { person, reader, charter } = loaderData;
  const isOwn = reader === "own";
  const title = isOwn
    ? t("read.own", { version: charter.version })
    : t("read.title", { name: person, version: charter.version });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[
          isOwn
            ? { label: t("own.title"), href: "/charter" }
            : { label: t("list.title"), href: "/charters" },
        ]}
      />
      <div className="grid gap-8">
        <CharterText charter={charter} person={isOwn ? null : person} />
        {!isOwn && charter.state === "proposed" && (
          <SignForm charter={charter} answer={actionData} />
        )}
      </div>
    </>
  );
}
