import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { brandOf, paperLogoOf } from "./brand-of.server.ts";
import { logoOf } from "./branding-store.server.ts";
import { removeLogo, setLogo } from "./change-logo.server.ts";
import { changeLook, changeLookInput } from "./change-look.server.ts";
import { drawLogo, LARGEST_LOGO_FILE } from "./draw-logo.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let other: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform, "House Ltd");
  other = await createTestOrganisation(db.platform, "Other");
});
afterAll(() => db.close());

function png(width: number, height: number, rgba = [200, 20, 60, 255]): Buffer {
  const picture = new PNG({ width, height });
  for (let at = 0; at < picture.data.length; at += 1) picture.data[at] = rgba[at % 4] ?? 0;
  return PNG.sync.write(picture);
}
const brand = (of: TestOrganisation) => inOrganisation(db.platform, of, (tx) => brandOf(tx, of));
const nothing = { logo: null, colours: null, registered: null };
const look = (changes: { name?: string; accent?: string }) => {
  const read = readInput(changeLookInput, changes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

test("nothing chosen is nothing shown, and nothing of one is another's", async () => {
  expect(await brand(house)).toEqual(nothing);
  await changeLook(db.platform, house.admin, look({ name: "The House", accent: "7A1FA2" }));
  await setLogo(db.platform, house.admin, png(90, 30));
  const shown = await brand(house);
  expect(shown).toMatchObject({ registered: "House Ltd", logo: { width: 90, height: 30 } });
  expect(shown.colours).toContain("#7a1fa2");
  expect(await brand(other)).toEqual(nothing);
  const mark = shown.logo?.href.split("/").at(-1) ?? "";
  const find = (of: TestOrganisation, as: string) =>
    inOrganisation(db.platform, of, (tx) => logoOf(tx, of, as));
  expect(await find(house, mark)).not.toBeNull();
  expect(await find(other, mark), "under another's id").toBeNull();
  expect(await find(house, "guessed")).toBeNull();
  await setLogo(db.platform, house.admin, png(90, 30));
  expect(await find(house, mark), "the one before").toBeNull();
});

test("owners alone decide; what they did is recorded without names", async () => {
  const refused = { ok: false, reason: "not-allowed" };
  const { organisationId } = house;
  for (const actor of [house.member(), { ...house.admin, owner: false }]) {
    expect(await changeLook(db.platform, actor, look({ name: "X" }))).toEqual(refused);
    expect(await setLogo(db.platform, actor, png(9, 9))).toEqual(refused);
    expect(await removeLogo(db.platform, actor)).toEqual(refused);
  }
  await changeLook(db.platform, house.admin, look({ name: "Secret", accent: "#000000" }));
  await setLogo(db.platform, house.admin, png(9, 9));
  await removeLogo(db.platform, house.admin);
  await removeLogo(db.platform, house.admin);
  const { rows } = await db.owner.query(
    "SELECT action, detail FROM audit_record WHERE organisation_id = $1 AND action LIKE 'branding.%' ORDER BY at, id",
    [organisationId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    "branding.changed",
    "branding.logo-set",
    "branding.logo-removed",
  ]);
  expect(JSON.stringify(rows)).not.toContain("Secret");
  expect(await brand(house)).toMatchObject({ logo: null, registered: "House Ltd" });
});

test("the registered name typed as shown, or none, is no other name", async () => {
  for (const name of ["House Ltd", "  House  Ltd ", ""]) {
    await changeLook(db.platform, house.admin, look({ name }));
    expect((await brand(house)).registered).toBeNull();
  }
});

test.each([
  [{ accent: "red" }, "accent"],
  [{ accent: "#12345" }, "accent"],
  [{ accent: "#fff;}body{display:none" }, "accent"],
  [{ name: "x".repeat(81) }, "name"],
  [{ name: "\u202e\u200b" }, "name"],
])("%j is refused by its field", (typed, field) => {
  expect(readInput(changeLookInput, typed)).toMatchObject({ ok: false, problems: [{ field }] });
});

test("a logo is drawn anew: small, its pixels, and nothing else of the file", () => {
  const noted = PNG.sync.read(png(800, 100));
  const file = PNG.sync.write(noted);
  const words = Buffer.from("Comment\0secret place");
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from("tEXt"), words, Buffer.alloc(4)]);
  chunk.writeUInt32BE(words.length, 0);
  chunk.writeUInt32BE(crc(chunk.subarray(4, -4)), chunk.length - 4);
  const drawn = drawLogo(Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33)]));
  if (!drawn.ok) throw new Error(drawn.reason);
  expect(drawn.value).toMatchObject({ width: 360, height: 45 });
  expect(drawn.value.png.includes("secret")).toBe(false);
  expect([...PNG.sync.read(drawn.value.png).data.subarray(0, 4)]).toEqual([200, 20, 60, 255]);
});

test("a JPEG is taken, what cannot be seen keeps no colour", () => {
  const data = Buffer.alloc(40 * 20 * 4, 255);
  const photo = jpeg.encode({ data, width: 40, height: 20 }, 90).data;
  expect(drawLogo(Buffer.from(photo))).toMatchObject({
    ok: true,
    value: { width: 40, height: 20 },
  });
  const clear = drawLogo(png(10, 10, [255, 0, 0, 0]));
  expect(clear.ok && [...PNG.sync.read(clear.value.png).data.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
});

test("what is no picture, too large, or damaged is refused, and nothing is decoded before its size is known", () => {
  const bomb = png(2, 2);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const cut = png(300, 100).subarray(0, 120);
  const jpegBomb = Buffer.from("ffd8ffc0001108ea60ea6003012200021101031101ffd9", "hex");
  const refusals: [Buffer, string][] = [
    [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      "not-a-picture",
    ],
    [Buffer.from("GIF89a"), "not-a-picture"],
    [Buffer.alloc(0), "not-a-picture"],
    [Buffer.alloc(LARGEST_LOGO_FILE + 1), "file-too-large"],
    [bomb, "too-many-pixels"],
    [jpegBomb, "too-many-pixels"],
    [cut, "damaged"],
    [png(3, 3).subarray(0, 8), "damaged"],
    [Buffer.from("ffd8ffd9", "hex"), "damaged"],
  ];
  for (const [file, reason] of refusals) expect(drawLogo(file)).toEqual({ ok: false, reason });
});

test("on paper the logo is a picture of its own, fetched from nowhere", async () => {
  expect(await inOrganisation(db.platform, house, (tx) => paperLogoOf(tx, house))).toBeNull();
  await setLogo(db.platform, house.admin, png(90, 30));
  const svg = await inOrganisation(db.platform, house, (tx) => paperLogoOf(tx, house));
  expect(svg).toMatch(
    /^<svg [^>]*><image [^>]*xlink:href="data:image\/png;base64,[\w+/=]+"\/><\/svg>$/,
  );
});

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
