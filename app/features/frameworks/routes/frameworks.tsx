import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble, requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { builtInFramework } from "../built-in.server.ts";
import { BeginPanel } from "../components/begin-panel.tsx";
import { FrameworksTable } from "../components/frameworks-table.tsx";
import { frameworkInLanguage } from "../framework-in-language.server.ts";
import { beginInput } from "../own/begin-input.ts";
import { beginOwnFramework } from "../own/begin-own-framework.server.ts";
import { builtInHref } from "../own/hrefs.ts";
import { ownFrameworks } from "../own/own-framework-reads.server.ts";
import { startingPoint } from "../own/starting-point.server.ts";
import { levelNames } from "../own/usual-levels.ts";
import { mayKeepFrameworks, mayReadFrameworks } from "../policy.ts";
import type { Route } from "./+types/frameworks";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadFrameworks);
  const frameworks = await inOrganisation(getPlatform(context), actor, (tx) =>
    ownFrameworks(tx, actor),
  );
  const isDiscarded = new URL(request.url).searchParams.get("said") === "discarded";
  const { name, description } = frameworkInLanguage(builtInFramework(), readerLanguage());
  return {
    frameworks,
    isDiscarded,
    keeps: mayKeepFrameworks(actor),
    builtIn: { name, description },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, beginInput);
  if (!form.ok) return form.refused();
  const { name, from } = form.value;
  const usual = levelNames(readerTexts().getFixedT(null, "frameworks"));
  const start = await startingPoint(platform, actor, from, usual);
  if (!start) return form.refused([{ field: "from", code: "unknown" }]);
  const definition = { ...start, name };
  const begun = await beginOwnFramework(platform, actor, definition, from === "" ? "new" : "copy");
  if (begun.ok) return redirect(`/frameworks/${begun.value.id}/draft`);
  if (begun.reason === "problems") return form.refused(begun.problems);
  throw notFound();
}

/** Frameworks to read, and for those who keep them the ways to begin one. */
export default function Frameworks({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { frameworks, isDiscarded, keeps, builtIn } = loaderData;
  return (
    <>
      <PageTitle>{t("own.title")}</PageTitle>
      <PageHeader
        title={t("own.title")}
        lead={keeps ? t("own.lead") : t("own.readLead")}
        action={keeps && <ButtonLink href="/frameworks/import">{t("own.import.title")}</ButtonLink>}
      />
      <div className="grid gap-8">
        {isDiscarded && <Notice tone="success">{t("own.said.discarded")}</Notice>}
        {frameworks.length > 0 && <FrameworksTable frameworks={frameworks} keeps={keeps} />}
        <section className="grid max-w-reading gap-2" aria-labelledby="built-in">
          <h2 id="built-in" className="font-serif text-2xl">
            <Link href={builtInHref()}>{builtIn.name}</Link>
          </h2>
          <p>{builtIn.description}</p>
          <p className="text-sm text-ink-muted">{t("own.builtIn.whose")}</p>
        </section>
        {keeps && <BeginPanel frameworks={frameworks} answer={actionData} />}
      </div>
    </>
  );
}
