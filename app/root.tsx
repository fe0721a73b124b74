import "~/styles/app.css";
import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { ReactNode } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "react-router";
import {
  authContext,
  directoryContext,
  resolveSession,
  shutOutContext,
  signedInContext,
} from "~/features/identity/index.server.ts";
import { informationWaits } from "~/features/privacy/index.server.ts";
import { getPlatform, requestContext } from "~/platform/context.server.ts";
import { refuseNoIds } from "~/platform/http/refuse-no-ids.server.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong, languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { themeOf } from "~/shell/theme-cookie.server.ts";
import { ToldPage } from "~/shell/told-page.tsx";
import { toldProblem } from "~/shell/told-problem.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { Route } from "./+types/root";

export const middleware: Route.MiddlewareFunction[] = [
  ({ params }) => refuseNoIds(params),
  async ({ context, request }, next) => {
    const signedIn = await resolveSession(
      { ...getPlatform(context), directory: context.get(directoryContext) },
      context.get(authContext),
      request.headers,
      (shut) => context.set(shutOutContext, shut),
    );
    // Whatever was typed on a page that is open already is taken: only pages wait, not forms.
    const isPage = request.method === "GET" || request.method === "HEAD";
    const needsToRead =
      isPage && signedIn !== null && (await informationWaits(getPlatform(context), signedIn.actor));
    context.set(signedInContext, signedIn && { ...signedIn, needsToRead });
    const wishes = await languageWishes(request.headers, signedIn?.language ?? null);
    return readIn(languageAmong(languages, wishes), next);
  },
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { nonce, requestId } = context.get(requestContext);
  return {
    nonce,
    requestId,
    theme: await themeOf(request.headers),
  };
}

// The nonce belongs to the document, not to later navigations.
export function shouldRevalidate() {
  return false;
}

/** A route whose handle says `plain` is complete as HTML and brings its own small script, if any. */
type PageHandle = { plain?: boolean };

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const matches = useMatches();
  const plain = matches.some((match) => (match.handle as PageHandle | undefined)?.plain === true);
  const language = readerLanguage();
  const theme = data?.theme ?? "system";
  return (
    <html lang={language} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={inter} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={data?.nonce} />
      </head>
      <body>
        <I18nextProvider i18n={textsIn(language)}>{children}</I18nextProvider>
        {!plain && <ScrollRestoration nonce={data?.nonce} />}
        {!plain && <Scripts nonce={data?.nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

function kindOf(status: number): "notFound" | "refused" | "busy" | "fault" {
  if (status === 503) return "busy";
  if (status >= 500) return "fault";
  return status === 404 ? "notFound" : "refused";
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation("shell");
  const requestId = useRouteLoaderData<typeof loader>("root")?.requestId;
  const told = toldProblem(error);
  if (told)
    return (
      <PlainShell>
        <ToldPage told={told} />
      </PlainShell>
    );
  const kind = isRouteErrorResponse(error) ? kindOf(error.status) : "fault";
  return (
    <PlainShell>
      <PageTitle>{t(`errors.${kind}.title`)}</PageTitle>
      <ErrorPage
        title={t(`errors.${kind}.title`)}
        message={t(`errors.${kind}.message`)}
        reference={
          kind === "fault" && requestId ? t("errors.reference", { id: requestId }) : undefined
        }
        actions={<ButtonLink href="/">{t("errors.home")}</ButtonLink>}
      />
    </PlainShell>
  );
}
