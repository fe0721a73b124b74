export { plainWord, WORD, wordsOfName } from "./name-words.ts";
