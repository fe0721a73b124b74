import { serveUntilStopped } from "./serve.ts";
export const demo = serveUntilStopped;
