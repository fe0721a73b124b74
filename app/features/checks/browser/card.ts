import { valuesOf } from "../domain/check.ts";
import { score } from "../domain/score.ts";
import type { Answered, ResultPage } from "../result/result-data.ts";
import { findingText } from "../result/result-view.tsx";

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 72;
const TRACK = { from: 620, to: WIDTH - EDGE };

/**
 * Draws a result as a picture in the browser and hands it over as a file: nothing is uploaded. The answers themselves
 * are not on it. It is drawn in the colours of the page.
 * @throws where the browser can't draw.
 */
export async function drawCard(page: ResultPage, { ratings }: Answered): Promise<void> {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  await document.fonts.ready;
  draw(pen, page, ratings);
  const file = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/png"));
  if (!file) throw new Error("no picture");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = page.said.cardFile ?? "check.png";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function draw(pen: CanvasRenderingContext2D, page: ResultPage, ratings: Answered["ratings"]): void {
  const { check, words, said } = page;
  const result = score(check, ratings);
  const [serif, sans] = [
    '"Source Serif 4 Variable", Georgia, serif',
    '"Inter Variable", sans-serif',
  ];
  const ink = colour("--ink");
  pen.fillStyle = colour("--surface");
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = ink;
  pen.font = `600 26px ${sans}`;
  pen.fillText(words.name, EDGE, EDGE + 12);
  pen.font = `600 40px ${serif}`;
  let y = EDGE + 68;
  for (const line of linesOf(pen, findingText(page, result), WIDTH - 2 * EDGE).slice(0, 3)) {
    pen.fillText(line, EDGE, y);
    y += 48;
  }
  const rows = result.parts;
  const step = Math.min(52, (HEIGHT - y - 100) / rows.length);
  const values = valuesOf(check.scale);
  const [low = 0, high = 0] = [values[0], values.at(-1)];
  const at = (figure: number) =>
    TRACK.from + ((figure - low) / (high - low)) * (TRACK.to - TRACK.from);
  y += 18;
  pen.fillStyle = colour("--ink-muted");
  pen.font = `400 18px ${sans}`;
  const ends = check.scale === "amount" ? "Amount" : "Truth";
  pen.fillText(said[`low${ends}`] ?? "", TRACK.from, y - 8);
  const last = said[`high${ends}`] ?? "";
  pen.fillText(last, TRACK.to - pen.measureText(last).width, y - 8);
  pen.fillStyle = colour("--zone");
  const centre = (low + high) / 2;
  pen.fillRect(at(centre - 0.5), y, at(centre + 0.5) - at(centre - 0.5), step * rows.length);
  rows.forEach(({ key, mean }, index) => {
    const middle = y + step * (index + 0.5);
    pen.fillStyle = ink;
    pen.font = `500 ${Math.min(24, step * 0.55)}px ${sans}`;
    pen.fillText(words.parts[key]?.name ?? key, EDGE, middle + 8, TRACK.from - EDGE - 24);
    pen.strokeStyle = colour("--line-strong");
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.moveTo(TRACK.from, middle);
    pen.lineTo(TRACK.to, middle);
    pen.stroke();
    if (mean !== null) diamond(pen, at(mean), middle, Math.min(13, step * 0.3), ink);
  });
  pen.fillStyle = colour("--ink-muted");
  pen.font = `400 22px ${sans}`;
  pen.fillText(`${said.selfOnly?.split(". ")[0]?.replace(/\.$/, "")}. Twohats`, EDGE, HEIGHT - 40);
}

function diamond(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  r: number,
  ink: string,
): void {
  pen.beginPath();
  pen.moveTo(x, y - r);
  pen.lineTo(x + r, y);
  pen.lineTo(x, y + r);
  pen.lineTo(x - r, y);
  pen.closePath();
  pen.fillStyle = colour("--surface");
  pen.fill();
  pen.strokeStyle = ink;
  pen.lineWidth = 3;
  pen.stroke();
}

/** A colour of the product, by its token. */
function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}

function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && pen.measureText(longer).width > width) lines.push(word);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}
