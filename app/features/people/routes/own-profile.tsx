import { useTranslation } from "react-i18next";
import { redirect, redirectDocument } from "react-router";
import { z } from "zod";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { languageCookie } from "~/platform/i18n/language-wishes.server.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { chooseForOneself, chooseForOneselfInput } from "../choosing/choose-for-oneself.server.ts";
import { giveChoiceBack, giveChoiceBackInput } from "../choosing/give-back.server.ts";
import { readOwnProfile } from "../choosing/own-profile.server.ts";
import { OwnChoicesPanel } from "../components/choosing/own-choices-panel.tsx";
import { ProfileForm } from "../components/choosing/profile-form.tsx";
import type { Route } from "./+types/own-profile";

/** What can be done here, by the button that does it. */
const profileForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("choose"), ...chooseForOneselfInput.shape }),
  z.object({ intent: z.literal("give-back"), ...giveChoiceBackInput.shape }),
]);

const SAID = ["chosen", "nothing", "back"] as const;
const HERE = "/account/profile";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const said = new URL(request.url).searchParams.get("said");
  return {
    profile: await readOwnProfile(getPlatform(context), actor),
    said: SAID.find((each) => each === said) ?? null,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, profileForm, { hidden: ["revision", "field"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  if (value.intent === "give-back") {
    const outcome = await giveChoiceBack(platform, actor, value);
    if (!outcome.ok) throw notFound();
    return back("back", value.field === "language");
  }
  const outcome = await chooseForOneself(platform, actor, value);
  if (!outcome.ok && outcome.reason === "problems") return form.refused(outcome.problems);
  if (!outcome.ok) throw notFound();
  const { chosen } = outcome.value;
  const said = chosen.length > 0 ? "chosen" : "nothing";
  return back(said, chosen.includes("language"));
}

/**
 * To the page as it is now. In another language it is a new document; and what this browser was told of a language
 * counts more than the record, and would hide what was just chosen.
 */
async function back(said: (typeof SAID)[number], isLanguage: boolean): Promise<Response> {
  const address = `${HERE}?said=${said}`;
  if (!isLanguage) return redirect(address);
  return redirectDocument(address, { headers: { "Set-Cookie": await languageCookie.forget() } });
}

/** What somebody says of themselves: how they are called, spoken of and written to. */
export default function OwnProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("profile");
  const { profile, said } = loaderData;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={profile && t("lead")}
        breadcrumbs={[{ label: t("back"), href: "/account" }]}
      />
      {profile ? (
        <WithAside label={t("aside.label")} aside={<Aside personId={profile.personId} />}>
          <div className="grid grid-cols-1 gap-8">
            {said && !actionData && <Notice tone="success">{t(`said.${said}`)}</Notice>}
            <ProfileForm key={profile.revision} profile={profile} answer={actionData} />
            <OwnChoicesPanel profile={profile} />
          </div>
        </WithAside>
      ) : (
        <EmptyState title={t("nobody.title")}>{t("nobody.body")}</EmptyState>
      )}
    </>
  );
}

const SEEN_BY = ["all", "raters", "hr", "figures"] as const;

function Aside({ personId }: { personId: string }) {
  const { t } = useTranslation("profile");
  return (
    <>
      <AsidePart title={t("aside.title")}>
        <div className="grid gap-3 text-sm text-ink-muted">
          {SEEN_BY.map((each) => (
            <p key={each}>{t(`aside.${each}`)}</p>
          ))}
        </div>
      </AsidePart>
      <AsidePart title={t("more.title")}>
        <ul className="grid gap-2">
          <li>
            <Link href="/account/letters">{t("more.letters")}</Link>
          </li>
          <li>
            <Link href="/account/record">{t("more.record")}</Link>
          </li>
          <li>
            <Link href={`/people/${personId}`}>{t("more.person")}</Link>
          </li>
        </ul>
      </AsidePart>
    </>
  );
}
