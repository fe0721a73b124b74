/**
 * What a form sent.
 * @throws a refusal (400) when it is no form at all: that is the sender's fault and no fault of ours.
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof TypeError) throw new Response(null, { status: 400 });
    throw error;
  }
}
