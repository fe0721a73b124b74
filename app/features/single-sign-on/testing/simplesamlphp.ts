import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import selfsigned from "selfsigned";

/** Where Debian's package has it; Debian's php-cli, php-xml and php-mbstring run it. */
const INSTALLED = "/usr/share/simplesamlphp";

export const hasSimpleSamlPhp =
  existsSync(`${INSTALLED}/www/saml2/idp/SSOService.php`) && existsSync("/usr/bin/php");

type Person = { login: string; password: string; uid: string; mail: string };

/** SimpleSAMLphp as an identity provider on this machine, by PHP's own server, with a configuration of its own. */
export async function startSimpleSamlPhp(people: readonly Person[]) {
  const folder = await mkdtemp(join(tmpdir(), "simplesamlphp-"));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const issuer = `${base}/idp`;
  const made = await selfsigned.generate([{ name: "commonName", value: "idp.example" }], {
    ...{ keySize: 2048, algorithm: "sha256" },
  });
  const write = (name: string, php: string) => writeFile(join(folder, name), `<?php\n${php}\n`);
  for (const name of ["metadata", "sessions", "log", "data", "temp"])
    await mkdir(join(folder, name));
  await writeFile(join(folder, "idp.key"), made.private);
  await writeFile(join(folder, "idp.crt"), made.cert);
  await write("config.php", configOf(folder, base));
  await write("authsources.php", sourcesOf(people));
  await write("metadata/saml20-idp-hosted.php", hostedOf(folder, issuer));
  // Without its cache, so that what is written is read at once.
  const plain = ["-d", "opcache.enable=0"];
  const server = spawn(
    "/usr/bin/php",
    [...plain, "-S", `localhost:${port}`, "-t", `${INSTALLED}/www`],
    {
      env: { ...process.env, SIMPLESAMLPHP_CONFIG_DIR: folder },
      stdio: "ignore",
    },
  );
  await answering(base);
  return {
    ...{ issuer, certificate: made.cert, entryPoint: `${base}/saml2/idp/SSOService.php` },
    /** As its administrator registers a service. */
    register: (entity: string, acs: string) =>
      write(
        "metadata/saml20-sp-remote.php",
        `$metadata[${text(entity)}] = ['AssertionConsumerService' => ${text(acs)}];`,
      ),
    /** Whom it knows from now on. */
    knows: (others: readonly Person[]) => write("authsources.php", sourcesOf(others)),
    stop: async () => {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const text = (value: string) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const configOf = (folder: string, base: string) => `$config = [
  'baseurlpath' => ${text(`${base}/`)},
  'secretsalt' => 'of a test', 'auth.adminpassword' => 'of a test', 'timezone' => 'UTC',
  'enable.saml20-idp' => true, 'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true],
  'loggingdir' => ${text(`${folder}/log/`)}, 'datadir' => ${text(`${folder}/data/`)},
  'tempdir' => ${text(`${folder}/temp`)}, 'logging.handler' => 'file',
  'store.type' => 'phpsession', 'session.phpsession.savepath' => ${text(`${folder}/sessions`)},
  'session.cookie.secure' => false, 'session.cookie.samesite' => null,
  'metadata.sources' => [['type' => 'flatfile', 'directory' => ${text(`${folder}/metadata`)}]],
];`;

const sourcesOf = (people: readonly Person[]) => `$config = ['people' => ['exampleauth:UserPass',
${people
  .map(
    ({ login, password, uid, mail }) =>
      `  ${text(`${login}:${password}`)} => ['uid' => [${text(uid)}], 'mail' => [${text(mail)}]],`,
  )
  .join("\n")}
]];`;

const hostedOf = (folder: string, issuer: string) => `$metadata[${text(issuer)}] = [
  'host' => '__DEFAULT__', 'auth' => 'people',
  'privatekey' => ${text(`${folder}/idp.key`)}, 'certificate' => ${text(`${folder}/idp.crt`)},
  'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'authproc' => [3 => [
    'class' => 'saml:AttributeNameID', 'attribute' => 'uid',
    'Format' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  ]],
];`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

async function answering(base: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${base}/resources/default.css`).catch(() => null);
    if (answer) return;
    await setTimeout(100);
  }
  throw new Error("SimpleSAMLphp does not answer");
}

/** A browser without scripts: it keeps cookies, follows redirects, and sends the forms it is told to. */
export function visitor() {
  const jar = new Map<string, string>();
  async function ask(url: string, form?: Record<string, string>): Promise<string> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      ...{ redirect: "manual", headers: { cookie } },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const each of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (each.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    const to = answer.headers.get("location");
    return to === null ? answer.text() : ask(new URL(to, url).href);
  }
  return ask;
}

/** What a hidden field of a page says; nothing where there is none. */
export function hiddenField(page: string, name: string): string {
  const field = page.split("<input").find((each) => each.includes(`name="${name}"`));
  const value = field?.split('value="')[1]?.split('"')[0] ?? "";
  return value.replaceAll("&amp;", "&").replaceAll("&#43;", "+").replaceAll("&quot;", '"');
}
