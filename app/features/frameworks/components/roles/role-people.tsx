import { useTranslation } from "react-i18next";
import { PersonLink } from "~/features/people/index.ts";
import { listed } from "~/platform/i18n/format.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { RolePage } from "../../roles/role-page.server.ts";

const SHOWN = 12;

/** Who has a role, and by which rules. */
export function RolePeople({ page: { people, left, version } }: { page: RolePage }) {
  const { t } = useTranslation("roles");
  const first = people.slice(0, SHOWN);
  const further = people.slice(SHOWN);
  return (
    <section className="grid gap-3" aria-labelledby="people">
      <h2 id="people" className="font-serif text-2xl">
        {t("match.count", { count: people.length })}
      </h2>
      {version && <Rules match={version.match} />}
      {people.length === 0 && <Notice>{t("page.nobodyYet")}</Notice>}
      <People people={first} />
      {further.length > 0 && (
        <Disclosure summary={t("page.further", { count: further.length })}>
          <People people={further} />
        </Disclosure>
      )}
      {left.length > 0 && (
        <p className="text-ink-muted">
          {t("page.left", { names: listed(left), count: left.length })}
        </p>
      )}
    </section>
  );
}

function Rules({ match }: { match: NonNullable<RolePage["version"]>["match"] }) {
  const { t } = useTranslation("roles");
  const parts = (["titles", "levels", "departments"] as const)
    .filter((field) => match[field].length > 0)
    .map((field) => t(`page.rules.${field}`, { lines: match[field].join("; ") }));
  if (parts.length === 0) return <p className="text-ink-muted">{t("page.rules.none")}</p>;
  return (
    <div className="text-ink-muted">
      {parts.length > 1 && <p>{t(`page.rules.${match.join}`)}</p>}
      <ul className="list-disc ps-5">
        {parts.map((part) => (
          <li key={part} dir="auto">
            {part}
          </li>
        ))}
      </ul>
    </div>
  );
}

function People({ people }: { people: RolePage["people"] }) {
  const { t } = useTranslation("roles");
  return (
    <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {people.map(({ id, name, jobTitle, nearer }) => (
        <li key={id} className="min-w-0 wrap-anywhere">
          <PersonLink id={id} name={name} />
          <span className="block text-sm text-ink-muted" dir="auto">
            {jobTitle ?? t("page.noTitle")}
            {nearer.length > 0 && ` · ${t("page.nearer", { roles: listed(nearer) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
