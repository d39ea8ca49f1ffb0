import { afterAll, afterEach } from 'vitest';
import { listen, settle } from './console.ts';

listen();
afterEach(settle);
// What was said outside every test: while the file was loading, or by something left running.
afterAll(settle);
