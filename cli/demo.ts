import { asOwner } from "~/platform/db/as-owner.server.ts";
import { type Connection, connect } from "~/platform/db/connection.server.ts";
import { type Env, readEnv } from "~/platform/env/env.server.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import {
  loadHarbourline,
  SAMPLE_PASSWORD,
  sampleSignIns,
} from "~/sample/load-harbourline.server.ts";
import { openAuth } from "../server/open-auth.ts";
import { openPlatform, requireFreePort, serve } from "../server/serve.ts";
import { bringUpToDate } from "./migrate.ts";
import { builtPages, pages, tellWhereDataIs, withCommands } from "./serve.ts";
import { untilStopped } from "./until-stopped.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Pages made afresh on every change, for those who build: see script/dev.ts. */
type Bundler = Pick<Parameters<typeof serve>[0], "build" | "before">;

/** Everything in one go: database, migrations, the sample organisation when there is no other, pages. */
export async function demo(bundler?: Bundler): Promise<void> {
  const env = readEnv({ LOG_LEVEL: "warn", ...process.env });
  await requireFreePort(env);
  await untilStopped(
    () => connect(env),
    async (connection) => {
      tellWhereDataIs(connection);
      await bringUpToDate(connection);
      const sample = await loadSampleWhenEmpty(env, connection);
      const outbox = (await hasStrangers(connection)) ? "closed" : "open";
      const running = await serve({
        env: { ...env, outbox },
        connection,
        build: bundler?.build ?? (await pages()),
        before: bundler?.before,
        clientFolder: builtPages(),
        gallery: true,
      });
      if (sample) announceSignIns();
      const taking = await withCommands(env, connection, running);
      say(`ready ${env.PUBLIC_URL}`);
      return taking;
    },
  );
}

/** @returns whether the sample organisation is there. */
async function loadSampleWhenEmpty(env: Env, connection: Connection): Promise<boolean> {
  const { platform, close } = await openPlatform(env, connection);
  const { auth, close: closeAuth } = openAuth(connection.appUrl, platform);
  try {
    const accounts = await accountsOf(connection);
    if (accounts.others > 0) return false;
    if (accounts.sample === sampleSignIns().length) return true;
    await clearHalfLoaded(connection);
    say("Loading the sample organisation: Harbourline, a ferry company of 240 people");
    await loadHarbourline(platform, auth);
    return true;
  } finally {
    await closeAuth();
    await close();
  }
}

/** A load that was cut short leaves an organisation and some of its sample accounts; nobody's work is in it. */
async function clearHalfLoaded(connection: Connection): Promise<void> {
  await asOwner(connection, async (owner) => {
    await owner.query('TRUNCATE organisation, auth."user" CASCADE');
    await owner.query("DELETE FROM pgboss.job");
  });
}

/** How many accounts of the sample there are, and of anyone else. */
async function accountsOf(connection: Connection): Promise<{ sample: number; others: number }> {
  return asOwner(connection, async (owner) => {
    const { rows } = await owner.query<{ sample: number; others: number }>(
      `SELECT count(*) FILTER (WHERE email = ANY($1))::int AS sample,
              count(*) FILTER (WHERE email <> ALL($1))::int AS others FROM auth."user"`,
      [sampleSignIns().map((person) => person.email)],
    );
    return rows[0] ?? { sample: 0, others: 0 };
  });
}

/**
 * Whether anyone but the sample's people has an account: then letters here may be for real people, and are not shown.
 */
async function hasStrangers(connection: Connection): Promise<boolean> {
  const domains = sampleSignIns().map(({ email }) => email.split("@")[1]);
  return asOwner(connection, async (owner) => {
    const { rowCount } = await owner.query(
      `SELECT FROM auth."user" WHERE split_part(email, '@', 2) <> ALL($1) LIMIT 1`,
      [domains],
    );
    return rowCount !== 0;
  });
}

function announceSignIns(): void {
  const t = texts.getFixedT("en", "sample");
  say(`\n${t("signIns", { password: SAMPLE_PASSWORD })}`);
  for (const { role, name, email } of sampleSignIns())
    say(`  ${email.padEnd(42)} ${name}, ${t(`roles.${role}`)}`);
  say("");
}
