/** `npm run accuracy [-- --data FOLDER] [-- --errors] [-- --gate]`: see test/accuracy/main.ts. */
import { importBundled, root } from './bundle.mjs';

const { main } = await importBundled("export { main } from './test/accuracy/main.ts';", 'accuracy');
process.exitCode = await main(process.argv.slice(2), root);
