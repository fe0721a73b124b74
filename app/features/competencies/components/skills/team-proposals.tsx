import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import type { MemberShown, ProposalShown, TeamPage } from "../../cover/team-page.server.ts";
import { matrixHref, readMatrixQuery } from "../../domain/tables/matrix-query.ts";
import { levelFigure, likelyRange } from "../level-words.ts";
import { shareOrLess } from "./cover-table.tsx";

/** Several teams, each with what it rests on and what is missing. None is chosen for anybody. */
export function TeamProposals({ page }: { page: TeamPage }) {
  const { t } = useTranslation("skills");
  return (
    <section aria-labelledby="proposals" className="grid gap-4">
      <h2 id="proposals" className="font-serif text-xl font-semibold">
        {t("team.proposals", { count: page.proposals.length })}
      </h2>
      <p className="max-w-reading text-ink-muted">{t("team.decide")}</p>
      {page.away && <p>{t("team.away", { count: page.away.people, of: page.away.of })}</p>}
      <ol className="grid items-start gap-6 beside:grid-cols-3">
        {page.proposals.map((proposal, at) => (
          <Proposal
            key={proposal.members.map(({ id }) => id).join(" ")}
            {...{ proposal, at, page }}
          />
        ))}
      </ol>
    </section>
  );
}

function Proposal({
  proposal: { members, without, needs, hats, exact },
  at,
  page,
}: {
  proposal: ProposalShown;
  at: number;
  page: TeamPage;
}) {
  const { t } = useTranslation("skills");
  return (
    <li
      data-print="together"
      className="grid gap-4 rounded-large border border-line bg-surface p-5"
    >
      <div>
        <h3 className="font-semibold">{t("team.proposal", { number: at + 1 })}</h3>
        <p className="text-sm text-ink-muted">
          {without === null ? t("team.first") : t("team.without", { name: without })}
        </p>
      </div>
      {members.length === 0 ? (
        <p>{t("team.nobody")}</p>
      ) : (
        <ul className="grid gap-3">
          {members.map((member) => (
            <Member key={member.id} member={member} framework={page.framework.framework} />
          ))}
        </ul>
      )}
      {needs.length > 0 && (
        <div className="grid gap-1 text-sm">
          <h4 className="font-semibold">{t("team.filled")}</h4>
          <ul className="grid gap-1">
            {needs.map(({ competency, people, filled, could }) => (
              <li key={competency}>
                <span dir="auto">{competency}</span>:{" "}
                {t(could >= people ? "team.enough" : "team.tooFew", {
                  ...{ could, people, chance: shareOrLess(filled) },
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {hats.length > 0 && (
        <div className="grid gap-1 text-sm">
          <h4 className="font-semibold">{t("team.bothHats")}</h4>
          <ul className="grid gap-1">
            {hats.map(({ name, missing }) => (
              <li key={name}>
                {missing.length === 0
                  ? t("team.hatComplete", { name })
                  : t("team.hatMissing", { name, competencies: listed(missing) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {!exact && <p className="text-sm text-ink-muted">{t("team.notExact")}</p>}
    </li>
  );
}

function Member({
  member: { id, name, jobTitle, brings, also },
  framework,
}: {
  member: MemberShown;
  framework: string;
}) {
  const { t } = useTranslation("skills");
  const { t: words } = useTranslation("competencies");
  const query = readMatrixQuery(new URLSearchParams({ framework }));
  return (
    <li>
      <Link href={matrixHref(query, { person: id })} dir="auto">
        {name}
      </Link>
      <span className="block text-xs text-ink-muted" dir="auto">
        {jobTitle}
      </span>
      {brings.length + also.length === 0 ? (
        <p className="text-sm text-ink-muted">{t("team.bringsNothing")}</p>
      ) : (
        <ul className="text-sm">
          {brings.map((each) => (
            <li key={each.competency}>
              <span dir="auto">{each.competency}</span> {levelFigure(each.estimate)},{" "}
              <span className="text-ink-muted">
                {likelyRange(words, each)}
                {each.isOld && `, ${t("age.older")}`}
                {!each.isProbable && `, ${t("team.perhaps")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {also.length > 0 && (
        <p className="mt-1 text-sm text-ink-muted" dir="auto">
          {t("team.also", { competencies: listed(also) })}
        </p>
      )}
    </li>
  );
}
