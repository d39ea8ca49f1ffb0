/** Does whoever asks have this very answer already? A proxy that compresses may have made its tag a weak one. */
export const isKnown = ({ headers }: Request, etag: string): boolean =>
  (headers.get('If-None-Match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
