/** What was suggested, for whom it was. */
export const suggestionsPath = (id: string) => `/plan/suggestions/${id}`;
