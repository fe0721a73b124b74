// Loaded before the program (`node --import`), so that it lives at another time: the file says how many milliseconds ahead.
import { readFileSync } from "node:fs";

const { MOVED_CLOCK: path } = process.env;
const Present = Date;
let moved = 0;
let readAt = Number.NEGATIVE_INFINITY;

function now() {
  const at = performance.now();
  if (at - readAt > 50) {
    readAt = at;
    moved = Number(readFileSync(path, "utf8")) || 0;
  }
  return Present.now() + moved;
}

class Moved extends Present {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
}
Object.defineProperty(Moved, "name", { value: "Date" });
globalThis.Date = Moved;
