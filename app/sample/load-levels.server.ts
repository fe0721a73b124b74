import {
  keepPastCertificates,
  keepPastTalks,
  type PastTalk,
} from "~/features/competencies/index.server.ts";
import {
  levelledFramework,
  levelledFrameworkOf,
  levelledFrameworks,
  saveRole,
  saveRoleInput,
} from "~/features/frameworks/index.server.ts";
import type { LevelledFramework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { planCertificates } from "./levels/plan-certificates.ts";
import type { SampleTalk } from "./levels/plan-talks.ts";
import { type WiderRole, widerRoles } from "./levels/wider-roles.ts";
import { needsTyped } from "./load-roles.server.ts";
import { dateOn, onDay } from "./on-day.server.ts";
import { type SampleOrganisation, sampleSeed } from "./organisation.ts";

type Loading = {
  platform: Platform;
  admin: Actor;
  idOf: (employeeId: string) => string;
};

/** Both sides send their sheets so many days before they talk. */
const SHEETS_BEFORE = 6;
/** After every launch, whose rounds have the roles that stood then. */
const ROLES_SINCE = -5;

/** What is known of people's levels after two years of assessments, what they hold, and what all roles need. */
export async function loadLevels(
  { platform, admin, idOf }: Loading,
  organisation: SampleOrganisation,
  talks: readonly SampleTalk[],
): Promise<void> {
  const found = await frameworksByName(platform, admin);
  await inOrganisation(platform, admin, async (tx) => {
    const past = talks.map((talk): PastTalk => {
      const { framework, version, day, round: title } = talk;
      const of = found(framework, version);
      return {
        ...{ framework: of.framework, version, title, personId: idOf(talk.employeeId) },
        ...{ managerId: idOf(talk.managerId), purposes: ["development", "staffing"] },
        sentOn: dateOn(platform, day - SHEETS_BEFORE),
        on: dateOn(platform, day),
        rows: talk.rows.map((row) => ({ ...row, competency: idIn(of, row.competency) })),
      };
    });
    await keepPastTalks(tx, admin, past);
    const certificates = planCertificates(sampleSeed, organisation).map((each) => {
      const of = found(each.framework, 1);
      const { title, level, since, until, employeeId, competency } = each;
      return {
        ...{ title, level, framework: of.framework, version: 1, recordedBy: admin.personId },
        ...{ personId: idOf(employeeId), competency: idIn(of, competency) },
        ...{ saidOn: dateOn(platform, since), expiresOn: dateOn(platform, until) },
      };
    });
    await keepPastCertificates(tx, admin, certificates, dateOn(platform, 0));
  });
  await saveWiderRoles(onDay(platform, ROLES_SINCE), admin, found);
}

type Found = (name: WiderRole["framework"], version?: number) => LevelledFramework;

/** The versions of frameworks that the sample refers to, by key or name; without a version the newest. */
async function frameworksByName(platform: Platform, admin: Actor): Promise<Found> {
  const known = await inOrganisation(platform, admin, async (tx) => {
    const versions: [string, LevelledFramework | null][] = [];
    for (const { framework, name } of await levelledFrameworks(tx, admin)) {
      const called = framework === "both-hats" ? framework : name;
      versions.push([called, await levelledFramework(tx, admin, framework)]);
      for (const version of [1, 2])
        versions.push([
          `${called} ${version}`,
          await levelledFrameworkOf(tx, admin, framework, version),
        ]);
    }
    return new Map(versions);
  });
  return (name, version) => {
    const found = known.get(version === undefined ? name : `${name} ${version}`);
    if (!found) throw new Error(`the sample has no framework ${name} ${version ?? ""}`);
    return found;
  };
}

function idIn({ competencies, name: framework }: LevelledFramework, called: string): string {
  const found = competencies.find(({ id, name }) => id === called || name === called);
  if (!found) throw new Error(`${framework} has no ${called}`);
  return found.id;
}

async function saveWiderRoles(platform: Platform, admin: Actor, found: Found): Promise<void> {
  const zone = await inOrganisation(platform, admin, (tx) => organisationZone(tx, admin));
  const ids = new Map<string, string>();
  for (const { framework: name, needs, parent = "", ...role } of widerRoles) {
    const of = found(name);
    const { framework, version: frameworkVersion } = of;
    const named = Object.entries(needs).map(
      ([competency, need]) => [idIn(of, competency), need] as const,
    );
    const form = saveRoleInput.parse({
      ...{ name: role.name, frameworkVersion, validFrom: todayFor(platform, zone), join: "all" },
      ...{ parent: ids.get(parent) ?? "", needs: needsTyped(Object.fromEntries(named)) },
      titles: role.titles?.join("\n") ?? "",
      levels: role.levels?.join("\n") ?? "",
      departments: role.departments?.join("\n") ?? "",
    });
    const saved = await saveRole(platform, admin, { framework }, form);
    if (!saved.ok) throw new Error(`the sample was refused: ${saved.reason}`);
    ids.set(role.name, saved.value.id);
  }
}
