/** The addresses of lists, and options from vocabularies. */
export { hrefWith, oneOfParam, wordsParam, type Params } from '../domain/address.ts';

/** Options of a select or a group, from a vocabulary. */
export const optionsOf = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));
