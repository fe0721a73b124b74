import { connect, type Socket } from "node:net";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { frameOf, framesIn, jsonFrameOf } from "../../app/platform/tables/frames.ts";
import { type ImportRequest, importAnswer } from "./import-request.ts";

/**
 * Hands a people file to the server that runs already. @returns what it says, or null when none does. @throws
 * OperatorError for what it refuses.
 */
export async function handOver(
  path: string | null,
  request: ImportRequest,
  content: Buffer,
): Promise<string[] | null> {
  const socket = path === null ? null : await connected(path);
  if (!socket) return null;
  try {
    for (const part of [...jsonFrameOf(request), ...frameOf(content)]) socket.write(part);
    // A server that ends breaks the connection off, or closes it.
    const answer = await framesIn(socket)
      .next()
      .catch(() => null);
    if (!answer?.value) {
      throw new OperatorError(
        "The running server ended before it answered.",
        "Look at the directory to see whether the file was imported.",
      );
    }
    const said = importAnswer.parse(JSON.parse(String(answer.value)));
    if ("lines" in said) return said.lines;
    throw new OperatorError(said.message, said.wayOut);
  } finally {
    socket.destroy();
  }
}

/** Null where nobody listens. */
function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(null));
  });
}
