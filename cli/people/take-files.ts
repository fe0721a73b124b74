import { rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import type { Actor } from "~/features/identity/index.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { framesIn, jsonFrameOf } from "../../app/platform/tables/frames.ts";
import { type ImportAnswer, importRequest } from "./import-request.ts";
import { runImport } from "./run-import.ts";

/** Only the user the server runs as may hand it anything. */
const OWN_ONLY = 0o177;

/**
 * Takes people files that `twohats import people` hands over while this server runs, because only one Twohats at a time
 * uses a database of its own. Whoever can open the socket is the operator. @returns what ends it.
 */
export async function takeFiles(
  path: string | null,
  platform: Platform,
  actorIn: (organisation: string | undefined) => Promise<Actor>,
): Promise<() => Promise<void>> {
  if (path === null) return async () => {};
  // The folder is locked for this process, so what lies here a killed one has left.
  rmSync(path, { force: true });
  // Whoever has not handed over their file yet must not keep the server from ending.
  const handing = new Set<Socket>();
  const server = createServer((socket) => void serve(socket));
  const serve = async (socket: Socket) => {
    socket.on("error", () => socket.destroy());
    handing.add(socket);
    const handed = await handedOver(socket);
    handing.delete(socket);
    if (handed) {
      const answer = await answerTo(handed, platform, actorIn);
      for (const part of jsonFrameOf(answer)) socket.write(part);
    }
    socket.destroySoon();
  };
  const mask = process.umask(OWN_ONLY);
  try {
    await listening(server, path);
  } finally {
    process.umask(mask);
  }
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of handing) socket.destroy();
    await closed;
  };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => resolve());
  });
}

type Handed = { request: Buffer; content: Buffer };

/** What is asked, and the file; null where whoever hands it over has gone before it was whole. */
async function handedOver(socket: Socket): Promise<Handed | null> {
  const frames = framesIn(socket);
  try {
    const { value: request } = await frames.next();
    const { value: content } = await frames.next();
    return request && content ? { request, content } : null;
  } catch {
    return null;
  }
}

async function answerTo(
  { request: asked, content }: Handed,
  platform: Platform,
  actorIn: (organisation: string | undefined) => Promise<Actor>,
): Promise<ImportAnswer> {
  try {
    const request = importRequest.parse(JSON.parse(asked.toString()));
    const actor = await actorIn(request.organisation);
    return { lines: await runImport(platform, actor, Buffer.from(content), request) };
  } catch (error) {
    if (error instanceof OperatorError) {
      return { message: error.message, wayOut: error.wayOut };
    }
    platform.log.error({ error }, "a people file from the command line was not imported");
    return {
      message: "The running server could not import the file.",
      wayOut: "Its log says more. Nothing was stored.",
    };
  }
}
