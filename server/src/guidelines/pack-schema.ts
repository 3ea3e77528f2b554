import * as z from 'zod';
import { packFile } from './schema.js';

/** The JSON Schema of a pack, for completion and validation in an editor. */
export const packSchema = (): object => ({
  title: 'MTUS Draft guideline pack',
  ...z.toJSONSchema(packFile, { io: 'input' }),
});
