import type { Actor } from "~/features/identity/index.ts";
import { type Bounced, bouncedAbout } from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { type Relationship, relationships } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { changesInRound } from "../changes/changes-since-launch-reads.server.ts";
import type { SinceLaunch } from "../domain/changes-since-launch.ts";
import {
  type MonitoringTab,
  type Page,
  pageOf,
  type Steps,
  stepsBy,
  sumSteps,
  withWorkLeft,
} from "../domain/monitoring.ts";
import { inOrder, type ProgressOrder } from "../domain/progress-order.ts";
import { stepsByGroup, workByRater } from "../progress/progress-reads.server.ts";
import {
  type Declined,
  declinedRaters,
  type MonitoredSubject,
  monitoredSubjects,
} from "./monitored-reads.server.ts";

export type MonitoringQuery = {
  tab: MonitoringTab;
  search: string;
  page: number;
  /** Left out, lists stand by name, and who has most left comes first. */
  order?: ProgressOrder | null;
};

const ROWS = 50;

export type SubjectSteps = MonitoredSubject & {
  total: Steps;
  groups: Partial<Record<Relationship, Steps>>;
};
export type PersonLeft = {
  personId: string;
  name: string;
  hasAddress: boolean;
  /** Not in the organisation any more: nobody reminds them. */
  gone: boolean;
  left: number;
};
export type DepartmentSteps = { department: string | null; participants: number; total: Steps };

export type Monitoring = {
  query: MonitoringQuery;
  total: Steps;
  byRelationship: { relationship: Relationship; steps: Steps }[];
  counts: Record<MonitoringTab, number>;
  participants: Page<SubjectSteps> | null;
  departments: DepartmentSteps[] | null;
  people: Page<PersonLeft> | null;
  unreached: { declined: Declined[]; bounced: Bounced[] } | null;
  changes: Page<SinceLaunch> | null;
};

/**
 * How far a round is that collects answers: counts as they were told last, never an answer, and of lists only the page
 * that is looked at. HR only.
 */
export function monitoringPage(
  platform: Platform,
  actor: Actor,
  roundId: string,
  query: MonitoringQuery,
  rows = ROWS,
): Promise<Monitoring> {
  return inOrganisation(platform, actor, async (tx) => {
    const groups = await stepsByGroup(tx, actor, roundId);
    const subjects = await monitoredSubjects(tx, actor, roundId);
    const left = withWorkLeft(await workByRater(tx, actor, roundId, platform.secret));
    const declined = await declinedRaters(tx, actor, roundId);
    const bounced = await bouncedAbout(tx, actor, roundId);
    const changes = await changesInRound(tx, actor, roundId);
    const byRelationship = stepsBy(groups, (group) => group.relationship);
    const bySubject = Map.groupBy(groups, (group) => group.subjectId);
    const stepsOf = (subject: MonitoredSubject): SubjectSteps => {
      const own = bySubject.get(subject.id) ?? [];
      const named = Object.fromEntries(own.map((group) => [group.relationship, steps(group)]));
      return { ...subject, total: sumSteps(own), groups: named };
    };
    const departments = new Set(subjects.map((each) => each.department));
    return {
      query,
      total: sumSteps(groups),
      byRelationship: relationships.flatMap((relationship) => {
        const found = byRelationship.get(relationship);
        return found ? [{ relationship, steps: found }] : [];
      }),
      counts: {
        participants: subjects.length,
        departments: departments.size,
        people: left.length,
        unreached: declined.length + bounced.length,
        changes: changes.length,
      },
      participants:
        query.tab === "participants"
          ? pageOf(
              inOrder(
                subjects
                  .filter((each) => wordsFound(query.search, each.name, each.department))
                  .map(stepsOf),
                query.order ?? "name",
                ({ withdrawn, total }) => (withdrawn ? null : total),
              ),
              query.page,
              rows,
            )
          : null,
      departments:
        query.tab === "departments"
          ? inOrder(
              byDepartment(subjects.map(stepsOf)),
              query.order ?? "name",
              ({ total }) => total,
            )
          : null,
      people: query.tab === "people" ? await peopleLeft(tx, actor, left, query, rows) : null,
      unreached: query.tab === "unreached" ? { declined, bounced } : null,
      changes: query.tab === "changes" ? pageOf(changes, query.page, rows) : null,
    };
  });
}

function steps({ asked, started, done }: Steps): Steps {
  return { asked, started, done };
}

function byDepartment(subjects: readonly SubjectSteps[]): DepartmentSteps[] {
  return [...Map.groupBy(subjects, (each) => each.department)]
    .map(([department, members]) => ({
      department,
      participants: members.length,
      total: sumSteps(members.map((each) => each.total)),
    }))
    .sort((a, b) => (a.department ?? "\uffff").localeCompare(b.department ?? "\uffff", "en"));
}

/** Without a search, and in their own order, only the people of one page are loaded. */
async function peopleLeft(
  tx: Tx,
  actor: Actor,
  left: readonly { personId: string; asked: number; done: number }[],
  { search, page, order }: MonitoringQuery,
  size: number,
): Promise<Page<PersonLeft>> {
  const shown = search === "" && order !== "name" ? pageOf(left, page, size) : null;
  const wanted = (shown?.rows ?? left).map((each) => each.personId);
  const people = new Map((await peopleByIds(tx, actor, wanted)).map((each) => [each.id, each]));
  const rows = (shown?.rows ?? left).flatMap(({ personId, asked, done }) => {
    const person = people.get(personId);
    if (!person || !wordsFound(search, person.name, person.email)) return [];
    const { name, email, status } = person;
    return [
      {
        ...{ personId, name, hasAddress: email !== null, gone: status !== "active" },
        left: asked - done,
      },
    ];
  });
  if (shown) return { ...shown, rows };
  // `people` stand by name as they were read.
  const place = new Map([...people.keys()].map((id, index) => [id, index]));
  const byName = (row: PersonLeft) => place.get(row.personId) ?? 0;
  const ordered = order === "name" ? rows.toSorted((a, b) => byName(a) - byName(b)) : rows;
  return pageOf(ordered, page, size);
}
