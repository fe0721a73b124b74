import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { requestContext } from "~/platform/context.server.ts";

const STREAM_TIMEOUT_MS = 5_000;

/** Renders a page. Waits for the whole page: every page is complete without JavaScript. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (request.method.toUpperCase() === "HEAD") return new Response(null, { status, headers });
  const { nonce } = context.get(requestContext);
  return new Promise((resolve, reject) => {
    const stream = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          stream.pipe(body);
        },
        onShellError: reject,
        onError(error) {
          context.get(requestContext).noteFault(error);
        },
      },
    );
    setTimeout(() => stream.abort(), STREAM_TIMEOUT_MS).unref();
  });
}

/** Where a page's fault is told, once: the edge logs it without anyone's data and answers by it. */
export const handleError: HandleErrorFunction = (error, { context, request }) => {
  const refusal = isRouteErrorResponse(error) && error.status < 500;
  if (!refusal && !request.signal.aborted) context.get(requestContext).noteFault(error);
};
