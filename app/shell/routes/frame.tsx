import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  isRouteErrorResponse,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "react-router";
import { brandOf } from "~/features/branding/index.server.ts";
import { getSignedIn, ownChange, requireOwner } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { OrganisationContext } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageTitle, TitleContext } from "~/ui/page-title.tsx";
import { AppShell } from "../app-shell.tsx";
import { ErrorPage } from "../error-page.tsx";
import type { NavigationItem } from "../frame.ts";
import { NamedIcon } from "../named-icon.tsx";
import { OrganisationChoice } from "../organisation-choice.tsx";
import { PlainShell } from "../plain-shell.tsx";
import { refuseStaleForms } from "../stale-form.server.ts";
import { SwitchButton } from "../switch-button.tsx";
import { themeOf } from "../theme-cookie.server.ts";
import { ToldPage } from "../told-page.tsx";
import { type SwitchTo, toldProblem } from "../told-problem.ts";
import type { Route } from "./+types/frame";
import { navigationOf, type ShownPlace } from "./navigation.server.ts";

export const middleware: Route.MiddlewareFunction[] = [refuseStaleForms];

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
    brand: await inOrganisation(platform, actor, (tx) => brandOf(tx, actor)),
    organisations: toldApart(signedIn?.memberships ?? []),
    shut: signedIn?.shut ?? [],
    theme: await themeOf(request.headers),
  };
}

type Named = { organisationId: string; organisationName: string; since: Date };

/** Organisations by name; those that have the same, with the day since which somebody is in each. */
function toldApart(memberships: readonly Named[]): SwitchTo[] {
  const names = memberships.map(({ organisationName }) => organisationName);
  return memberships.map(({ organisationId: id, organisationName: name, since }) => {
    const alone = names.indexOf(name) === names.lastIndexOf(name);
    const date = writtenDate(since.toISOString().slice(0, 10));
    return { id, name: alone ? name : readerTexts().t("shell:frame.since", { name, date }) };
  });
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
      <OrganisationContext value={data.organisations.length > 1 ? data.organisationId : null}>
        <AppShell
          navigation={useItems(data.navigation)}
          secondary={useItems(data.secondary)}
          organisationName={data.organisationName}
          brand={data.brand}
          personName={data.personName}
          homeHref={data.home}
          accountHref="/account"
          theme={data.theme}
          returnTo={`${pathname}${search}`}
        >
          {data.organisations.length > 1 && (
            <OrganisationChoice organisations={data.organisations} current={data.organisationId} />
          )}
          {data.shut.map(({ organisation, why }) => (
            <div key={organisation} className="mb-6">
              <Notice title={t("frame.shut.title", { organisation })}>
                {t("frame.shut.body", { why })}
              </Notice>
            </div>
          ))}
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
      </OrganisationContext>
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
  const { pathname, search } = useLocation();
  const reference = useRouteLoaderData<{ requestId: string }>("root")?.requestId;
  const told = toldProblem(error);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = status >= 500 ? "fault" : status === 404 ? "notFound" : "refused";
  const others = (data?.organisations ?? []).filter(({ id }) => id !== data?.organisationId);
  const offers = kind === "notFound" && others.length > 0;
  const page = told ? (
    <ToldPage told={told} />
  ) : (
    <>
      <PageTitle>{t(`errors.${kind}.title`)}</PageTitle>
      <ErrorPage
        title={t(`errors.${kind}.title`)}
        message={
          <>
            <p>{t(`errors.${kind}.message`)}</p>
            {offers && (
              <p className="mt-4">
                {t("errors.elsewhere", { organisation: data?.organisationName })}
              </p>
            )}
          </>
        }
        reference={
          kind === "fault" && reference ? t("errors.reference", { id: reference }) : undefined
        }
        actions={
          <>
            {offers &&
              others.map((to) => (
                <SwitchButton key={to.id} to={to} next={`${pathname}${search}`} />
              ))}
            <ButtonLink href="/home">{t("errors.home")}</ButtonLink>
          </>
        }
      />
    </>
  );
  return data ? <Framed data={data}>{page}</Framed> : <PlainShell>{page}</PlainShell>;
}
