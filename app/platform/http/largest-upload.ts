/**
 * The most bytes of a request with a file that are handed to its page. More than a file may have: the page counts its
 * own bytes, and says itself what is too large.
 */
export const LARGEST_UPLOAD = 64 * 1024 * 1024;
