/** The whole sample catalogue, gathered: what a seed reads. */
import { briefsFour } from './briefs-four.server.ts';
import { briefsOne } from './briefs-one.server.ts';
import { briefsThree } from './briefs-three.server.ts';
import { briefsTwo } from './briefs-two.server.ts';
import {
  developmentBriefs,
  developmentDesigner,
  developmentPieces,
  developmentPublisher,
  developmentStaff,
} from './development.server.ts';
import { designersOne } from './designers-one.server.ts';
import { designersTwo } from './designers-two.server.ts';
import { piecesFour } from './pieces-four.server.ts';
import { piecesOne } from './pieces-one.server.ts';
import { piecesThree } from './pieces-three.server.ts';
import { piecesTwo } from './pieces-two.server.ts';
import { developmentProjects } from './projects.server.ts';
import { publishers } from './publishers.server.ts';
import type { SeedBrief, SeedDesigner, SeedPiece, SeedPublisher, SeedStaff } from './types.server.ts';

export const cataloguePublishers: SeedPublisher[] = [developmentPublisher, ...publishers];
export const catalogueDesigners: SeedDesigner[] = [developmentDesigner, ...designersOne, ...designersTwo];
export const catalogueStaff: SeedStaff[] = [developmentStaff];
export const cataloguePieces: SeedPiece[] = [
  ...developmentPieces,
  ...piecesOne,
  ...piecesTwo,
  ...piecesThree,
  ...piecesFour,
];
export const catalogueBriefs: SeedBrief[] = [
  ...developmentBriefs,
  ...briefsOne,
  ...briefsTwo,
  ...briefsThree,
  ...briefsFour,
  ...developmentProjects,
];
