import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { type Description, DescriptionList } from "~/ui/description-list.tsx";
import { Link } from "~/ui/link.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { Panel } from "~/ui/panel.tsx";
import { nameOfLanguage } from "../domain/by-hand/name-of-language.ts";
import { placeOf } from "../domain/by-hand/place-of.ts";
import type { PersonPage } from "../person-reads.server.ts";

const ABOUT = ["jobTitle", "jobLevel", "department", "division", "location", "country"] as const;

/** What is known about someone; terms of employment only where the reader may see them. */
export function PersonFacts({ person, isOwn }: { person: PersonPage; isOwn: boolean }) {
  const { t } = useTranslation("people");
  const { email, fullName, employment } = person;
  const about = [
    fullName && { term: t("person.fullName"), details: <bdi>{fullName}</bdi> },
    fact(t("fields.pronunciation"), person.pronunciation),
    fact(t("fields.pronouns"), person.pronouns),
    email && {
      term: t("fields.email"),
      details: (
        <Link alone href={`mailto:${email}`}>
          <MailAddress address={email} />
        </Link>
      ),
    },
    ...ABOUT.map((field) => fact(t(`fields.${field}`), person[field])),
    fact(
      t("fields.language"),
      person.language && nameOfLanguage(person.language, readerLanguage()),
    ),
    fact(t("fields.timezone"), person.timezone && placeOf(person.timezone).place),
  ];
  const terms = employment && [
    fact(t("fields.employeeId"), employment.employeeId),
    fact(t("fields.employmentType"), employment.employmentType),
    fact(t("fields.startDate"), employment.startDate && writtenDate(employment.startDate)),
    fact(t("fields.endDate"), employment.endDate && writtenDate(employment.endDate)),
  ];
  const knownTerms = known(terms ?? []);
  return (
    <div className="grid gap-6">
      <Panel title={t("person.about")}>
        <DescriptionList items={known(about)} />
      </Panel>
      {knownTerms.length > 0 && (
        <Panel
          title={t("person.employment")}
          lead={t(isOwn ? "person.ownEmploymentNote" : "person.employmentNote")}
        >
          <DescriptionList items={knownTerms} />
        </Panel>
      )}
    </div>
  );
}

function fact(term: string, value: string | null): Description | null {
  return value ? { term, details: <bdi>{value}</bdi> } : null;
}

function known(items: readonly (Description | null | "")[]): Description[] {
  return items.flatMap((item) => item || []);
}
