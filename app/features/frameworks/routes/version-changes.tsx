import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { VersionChange } from "../components/version-change.tsx";
import { askedVersion } from "../own/asked.ts";
import { mayReadFrameworks } from "../policy.ts";
import { changesReading } from "../reading/changes-page.server.ts";
import type { Route } from "./+types/version-changes";

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadFrameworks);
  const asked = askedVersion(new URL(request.url).searchParams);
  const reading = await inOrganisation(getPlatform(context), actor, (tx) =>
    changesReading(tx, actor, frameworkId, asked),
  );
  if (!reading) throw notFound();
  return { ...reading, id: frameworkId };
}

const KINDS = ["reworded", "split", "merged", "new", "retired"] as const;

/** What a version changed, in words: which competencies it split, merged, reworded, added and ended. */
export default function VersionChanges({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, framework, version, publishedOn, levels, changes, same } = loaderData;
  const title = t("own.changes.of", { version });
  const [was, is] = [levels.was.join(" · "), levels.is.join(" · ")];
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={t("own.versionOn", { version, date: writtenDate(publishedOn) })}
        breadcrumbs={[
          { label: t("own.title"), href: "/frameworks" },
          { label: framework, href: `/frameworks/${id}` },
        ]}
      />
      <div className="grid max-w-reading gap-8">
        <p>{t("own.changes.same", { count: same })}</p>
        {was !== is && (
          <section className="grid gap-2" aria-labelledby="levels">
            <h2 id="levels" className="font-serif text-2xl">
              {t("own.changes.levels")}
            </h2>
            <p dir="auto">{t("own.changes.was", { text: was })}</p>
            <p dir="auto">{t("own.changes.is", { text: is })}</p>
          </section>
        )}
        {KINDS.map((kind) => {
          const those = changes.filter((change) => change.kind === kind);
          if (those.length === 0) return null;
          return (
            <section key={kind} className="grid gap-4" aria-labelledby={kind}>
              <div className="grid gap-1">
                <h2 id={kind} className="font-serif text-2xl">
                  {t(`own.changes.kinds.${kind}`, { count: those.length })}
                </h2>
                <p className="text-sm text-ink-muted">{t(`own.changes.meaning.${kind}`)}</p>
              </div>
              <ul className="grid gap-4">
                {those.map((change) => (
                  <li key={[...change.from, ...change.to].map((each) => each.id).join(" ")}>
                    <VersionChange framework={id} version={version} change={change} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
