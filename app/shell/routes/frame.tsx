import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  isRouteErrorResponse,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "react-router";
import { getSignedIn, ownChange, requireOwner } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageTitle, TitleContext } from "~/ui/page-title.tsx";
import { AppShell } from "../app-shell.tsx";
import { ErrorPage } from "../error-page.tsx";
import type { NavigationItem } from "../frame.ts";
import { NamedIcon } from "../named-icon.tsx";
import { OrganisationChoice } from "../organisation-choice.tsx";
import { PlainShell } from "../plain-shell.tsx";
import { themeOf } from "../theme-cookie.server.ts";
import type { Route } from "./+types/frame";
import { navigationOf, type ShownPlace } from "./navigation.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireOwner(context, request);
  const signedIn = getSignedIn(context);
  const platform = getPlatform(context);
  const change = await ownChange(platform, actor);
  // Nothing but the account opens before a second step that is asked is added, or what waits was read: nothing else is
  // offered.
  const isShut = signedIn?.needsStep || signedIn?.needsToRead;
  const places = isShut
    ? { navigation: [], secondary: [] }
    : await inOrganisation(platform, actor, (tx) => navigationOf(platform, tx, actor));
  return {
    ...places,
    left: actor.role === "leaver",
    needsToRead: signedIn?.needsToRead ?? false,
    home: isShut ? "/account" : actor.role === "leaver" ? "/reports" : "/home",
    addressWaits: actor.role !== "leaver" && change !== null && change.until !== null,
    readsUntil: signedIn?.readsUntil ?? null,
    organisationName: signedIn?.organisationName ?? "",
    personName: signedIn?.accountName ?? "",
    organisationId: actor.organisationId,
    organisations: (signedIn?.memberships ?? []).map((each) => ({
      id: each.organisationId,
      name: each.organisationName,
    })),
    theme: await themeOf(request.headers),
  };
}

type FrameData = Awaited<ReturnType<typeof loader>>;

function useItems(places: readonly ShownPlace[]): NavigationItem[] {
  const { pathname } = useLocation();
  return places.map(({ href, label, icon, waiting }) => ({
    href,
    label,
    waiting,
    icon: <NamedIcon name={icon} />,
    current: pathname === href || pathname.startsWith(`${href}/`),
  }));
}

function Framed({ data, children }: { data: FrameData; children: ReactNode }) {
  const { t } = useTranslation("shell");
  const { pathname, search } = useLocation();
  return (
    <TitleContext value={data.organisationName}>
      <AppShell
        navigation={useItems(data.navigation)}
        secondary={useItems(data.secondary)}
        organisationName={data.organisationName}
        personName={data.personName}
        homeHref={data.home}
        accountHref="/account"
        theme={data.theme}
        returnTo={`${pathname}${search}`}
      >
        {data.organisations.length > 1 && (
          <OrganisationChoice organisations={data.organisations} current={data.organisationId} />
        )}
        {data.readsUntil && (
          <div className="mb-6">
            <Notice>
              {t("frame.left", {
                organisation: data.organisationName,
                date: writtenDate(data.readsUntil),
              })}
            </Notice>
          </div>
        )}
        {data.needsToRead && pathname !== "/account/information" && <InformationNotice />}
        {data.addressWaits && pathname !== "/your-address" && <AddressNotice />}
        {children}
      </AppShell>
    </TitleContext>
  );
}

/** Nothing but the account opens before a text was seen. */
function InformationNotice() {
  const { t } = useTranslation("shell");
  return (
    <div className="mb-6">
      <Notice
        title={t("frame.information.title")}
        action={
          <ButtonLink href="/account/information">{t("frame.information.action")}</ButtonLink>
        }
      >
        {t("frame.information.body")}
      </Notice>
    </div>
  );
}

/** For whom somebody changed the address of. */
function AddressNotice() {
  const { t } = useTranslation("shell");
  return (
    <div className="mb-6">
      <Notice
        title={t("frame.address.title")}
        action={<ButtonLink href="/your-address">{t("frame.address.action")}</ButtonLink>}
      >
        {t("frame.address.body")}
      </Notice>
    </div>
  );
}

/** The frame around every page of someone signed in. */
export default function SignedInFrame({ loaderData }: Route.ComponentProps) {
  return (
    <Framed data={loaderData}>
      <Outlet />
    </Framed>
  );
}

/** A page that failed keeps its frame, so that there is a way on. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation("shell");
  const data = useRouteLoaderData<FrameData>("shell/routes/frame");
  const reference = useRouteLoaderData<{ requestId: string }>("root")?.requestId;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = status >= 500 ? "fault" : status === 404 ? "notFound" : "refused";
  const page = (
    <>
      <PageTitle>{t(`errors.${kind}.title`)}</PageTitle>
      <ErrorPage
        title={t(`errors.${kind}.title`)}
        message={t(`errors.${kind}.message`)}
        reference={
          kind === "fault" && reference ? t("errors.reference", { id: reference }) : undefined
        }
        actions={<ButtonLink href="/home">{t("errors.home")}</ButtonLink>}
      />
    </>
  );
  return data ? <Framed data={data}>{page}</Framed> : <PlainShell>{page}</PlainShell>;
}
