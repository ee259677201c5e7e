// Mocha kills a worker that has not ended one second after it was told to. The coverage of all its tests is written as it
// ends, which takes longer on a busy machine, and would be lost.
const process = require('node:process');

if (process.env.MOCHA_WORKER_ID !== undefined) process.on('SIGTERM', () => process.exit());
