import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { CrossedData } from "@twohats/psychometrics";

const PIECE = 1 << 20;

/** Writes ratings to a CSV file that both `twohats score` and R read: participant, rater, value. */
export async function writeCsv(file: string, { ratee, rater, values }: CrossedData): Promise<void> {
  const out = createWriteStream(file);
  let text = "participant,rater,value\n";
  for (let i = 0; i < values.length; i++) {
    text += `${ratee[i]},${rater[i]},${values[i]}\n`;
    if (text.length < PIECE) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "finish");
}
