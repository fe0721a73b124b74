/** Unknown and forbidden look the same from outside. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not found" });
}
