import { describe, expect, test } from 'vitest';
import { contentTypeOf, originalKey } from '#app/storage/keys.ts';
import { FILE_ENDINGS, keptKind, nameAs, seenKind, type FileKind } from './kinds.ts';

const head = (start: string) => Buffer.from(start.padEnd(512, '\x01'), 'latin1');

describe('first bytes', () => {
  test.each([
    ['8BPS\0\x01', 'psd'],
    ['%!PS-Adobe-3.0 EPSF-3.0\n', 'eps'],
    ['\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1dDOCUMENT', 'indd'],
    ['PK\x03\x04\x14\0', 'zip'],
    ['OTTO\0\x0f', 'otf'],
    ['\0\x01\0\0\0\x13\x01\0', 'ttf'],
    ['wOF2', 'woff2'],
  ])('%j are of a %s', (start, ending) => {
    expect(keptKind(head(start))?.ending).toBe(ending);
  });

  test.each([
    ['a Windows program', 'MZ\x90\0'],
    ['a Linux program', '\x7fELF\x02\x01\x01'],
    ['a Mac program', '\xcf\xfa\xed\xfe'],
    ['a Java class', '\xca\xfe\xba\xbe'],
    ['an installer', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a database', '\0\x01\0\0Standard Jet DB'],
    ['a RAR archive', 'Rar!\x1a\x07'],
    ['nothing that is known', '\x01\x02\x03'],
  ])('of %s are not taken', (_, start) => expect(keptKind(head(start))).toBeNull());

  test.each([
    ['a licence', 'SIL OPEN FONT LICENSE Version 1.1\r\n\r\nCopyright © 2024', true],
    ['text of Windows', Buffer.from('Lizenz f\xfcr \x93Schrift\x94\n', 'latin1'), true],
    ['a web page', '<!DOCTYPE html><title>x</title>', false],
    ['a drawing that may hold a script', '\ufeff  <?xml version="1.0"?><svg onload="x()">', false],
    ['a shell script', '#!/bin/sh\nrm -rf ~', false],
    ['a batch file', '@ECHO OFF\r\ndel *', false],
  ])('of %s', (_, text, taken) => {
    expect(keptKind(Buffer.from(text))?.type ?? null).toBe(taken ? 'text/plain' : null);
  });
});

test('a name ends as what the file is', () => {
  const text = keptKind(Buffer.from('hello')) as FileKind;
  expect(nameAs(text, 'Licence.TXT')).toBe('Licence.TXT');
  expect(nameAs(text, 'setup.bat')).toBe('setup.bat.txt');
  expect(nameAs(text, 'README')).toBe('README.txt');
  expect(nameAs(seenKind('pdf'), 'jacket.ai')).toBe('jacket.ai');
  expect(nameAs(seenKind('jpeg'), 'cover.exe')).toBe('cover.exe.jpeg');
});

test('every kind can be stored, and is handed out as what it is', () => {
  const starts = ['8BPS', '%!PS', '\0\xffKA', 'gimp xcf', 'CSFCHUNK', 'PK\x03\x04', 'OTTO', 'true', 'ttcf', 'wOF2', 'wOFF']; // prettier-ignore
  const kinds = starts.map((start) => keptKind(head(start)));
  for (const kind of [...kinds, seenKind('pdf'), seenKind('tiff'), keptKind(Buffer.from('x'))])
    expect(contentTypeOf(originalKey('a', kind?.ending ?? ''))).toBe(kind?.type);
  expect(FILE_ENDINGS).not.toMatch(/\.(exe|html?|svg|js|bat|jar|docm)\b/);
});
