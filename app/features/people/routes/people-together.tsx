import { useTranslation } from "react-i18next";
import { redirect, useLocation } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { changeTogether } from "../bulk/change-together.server.ts";
import { readTogether } from "../bulk/people-together.server.ts";
import { TogetherForm } from "../components/bulk/together-form.tsx";
import { TogetherPeople } from "../components/bulk/together-people.tsx";
import { changeTogetherInput, readSelection } from "../domain/bulk/selection.ts";
import type { Route } from "./+types/people-together";

// Refused because other people match now, the page shows those.
export const shouldRevalidate = () => true;

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const selection = readSelection(new URL(request.url).searchParams);
  const wishes = await languageWishes(request.headers);
  const page = await readTogether(getPlatform(context), actor, selection, wishes);
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const selection = readSelection(new URL(request.url).searchParams);
  const form = await readForm(request, changeTogetherInput, { hidden: ["fingerprint"] });
  if (!form.ok) return form.refused();
  const outcome = await changeTogether(getPlatform(context), actor, selection, form.value);
  if (outcome.ok) {
    const { changed, kept } = outcome.value;
    return redirect(`/people?${new URLSearchParams({ changed: `${changed}`, kept: `${kept}` })}`);
  }
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** One change for many people, looked at before it is made. */
export default function PeopleTogether({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["people-together", "people"]);
  const { search } = useLocation();
  const { what, people, self, chosen } = loaderData;
  const title = t(people.length === 0 ? "bar.title" : `title.${what}`, { count: people.length });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={people.length > 0 && t(`lead.${what}`)}
        breadcrumbs={[{ label: t("people:directory.title"), href: "/people" }]}
      />
      {people.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink href="/people">{t("empty.back")}</ButtonLink>}
        >
          {t("empty.body")}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-6">
          {chosen > 0 && <Notice>{t("chosen", { count: chosen })}</Notice>}
          <TogetherPeople people={people} what={what} />
          {self ? (
            <Notice action={<ButtonLink href="/people">{t("empty.back")}</ButtonLink>}>
              {t("self")}
            </Notice>
          ) : (
            <TogetherForm
              page={loaderData}
              answer={actionData}
              action={`/people/together${search}`}
            />
          )}
        </div>
      )}
    </>
  );
}
