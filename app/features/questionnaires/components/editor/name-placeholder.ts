/** What stands in a text for the name of the person it is about, as it is typed. */
export const NAME_PLACEHOLDER = "{{name}}";
