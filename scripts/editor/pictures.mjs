/** `npm run pictures`: takes the README's pictures anew, into docs/pictures. Look at them before they are committed. */
import { join } from 'node:path';
import { takePictures } from '../../test/editor/pictures/take.mjs';
import { root } from './packages.mjs';

await takePictures(join(root, 'docs', 'pictures'), (name, error) => {
  console.log(error ? `not ok - ${name}: ${error.message}` : `ok - ${name}`);
  if (error) process.exitCode = 1;
});
