import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";

/** A file: larger than any logo needs to be. */
export const LARGEST_LOGO_FILE = 1024 * 1024;
/** In pixels altogether: decoded they take four bytes each. */
const MOST_PIXELS = 4_000_000;
const LONGEST_SIDE = 4_000;
/** Twice what is shown, for screens that draw fine. */
const WIDTH = 360;
const HEIGHT = 120;

export type Pixels = { width: number; height: number; data: Uint8Array };
export type DrawnLogo = { png: Buffer; width: number; height: number };
export type LogoFault = "file-too-large" | "not-a-picture" | "too-many-pixels" | "damaged";

/**
 * A logo drawn anew: decoded to its pixels, made small, and written as a PNG that holds nothing else. What a file says
 * about itself is looked at before anything of it is decoded.
 */
export function drawLogo(file: Buffer): Outcome<DrawnLogo, LogoFault> {
  if (file.length > LARGEST_LOGO_FILE) return refuse("file-too-large");
  const kind = kindOf(file);
  if (!kind) return refuse("not-a-picture");
  const size = kind === "png" ? sizeOfPng(file) : sizeOfJpeg(file);
  if (!size) return refuse("damaged");
  const { width, height } = size;
  if (width < 1 || height < 1) return refuse("damaged");
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    return refuse("too-many-pixels");
  const pixels = decoded(file, kind);
  if (!pixels || pixels.width !== width || pixels.height !== height) return refuse("damaged");
  const small = shrunk(pixels);
  const png = PNG.sync.write(
    Object.assign(new PNG({ width: small.width, height: small.height }), {
      data: Buffer.from(small.data),
    }),
  );
  return accept({ png, width: small.width, height: small.height });
}

function decoded(file: Buffer, kind: "png" | "jpeg"): Pixels | null {
  try {
    if (kind === "png") return PNG.sync.read(file, { checkCRC: true });
    return jpeg.decode(file, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: false,
      maxResolutionInMP: MOST_PIXELS / 1_000_000,
      maxMemoryUsageInMB: 128,
    });
  } catch {
    // A damaged file: what its decoder says repeats what is in it.
    return null;
  }
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function kindOf(file: Buffer): "png" | "jpeg" | null {
  if (file.subarray(0, 8).equals(PNG_START)) return "png";
  return file.length > 3 && file.readUIntBE(0, 3) === 0xffd8ff ? "jpeg" : null;
}

type Size = { width: number; height: number };

function sizeOfPng(file: Buffer): Size | null {
  if (file.length < 33 || file.toString("latin1", 12, 16) !== "IHDR") return null;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** From the first frame; null where a file has none. */
function sizeOfJpeg(file: Buffer): Size | null {
  let at = 2;
  while (at + 9 < file.length) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

/** Made to fit, each pixel the mean of those it stands for; never larger than it was. */
export function shrunk({ width, height, data }: Pixels): Pixels {
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  const wide = Math.max(1, Math.round(width * scale));
  const high = Math.max(1, Math.round(height * scale));
  const small = new Uint8Array(wide * high * 4);
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const across = spanOf(x, wide, width);
      small.set(meanOf(data, width, across, spanOf(y, high, height)), (y * wide + x) * 4);
    }
  return { width: wide, height: high, data: small };
}

/** Which pixels before one of after stands for, the last left out. */
function spanOf(place: number, of: number, before: number): [number, number] {
  const from = Math.floor((place * before) / of);
  return [from, Math.max(from + 1, Math.floor(((place + 1) * before) / of))];
}

/** What cannot be seen has no colour. */
function meanOf(
  data: Uint8Array,
  width: number,
  [left, right]: [number, number],
  [top, bottom]: [number, number],
): number[] {
  const sum = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      const alpha = data[at + 3] ?? 0;
      for (const channel of [0, 1, 2])
        sum[channel] = (sum[channel] ?? 0) + (data[at + channel] ?? 0) * alpha;
      sum[3] = (sum[3] ?? 0) + alpha;
    }
  const alpha = sum[3] ?? 0;
  const colours = sum.slice(0, 3).map((each) => (alpha === 0 ? 0 : Math.round(each / alpha)));
  return [...colours, Math.round(alpha / ((right - left) * (bottom - top)))];
}
