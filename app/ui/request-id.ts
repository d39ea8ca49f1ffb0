import { createContext } from 'react';

/** The id of the request being rendered, which an error page shows so that the log can be found. */
export const RequestId = createContext('');
