const { writeFileSync } = require('node:fs');

writeFileSync(`${__dirname}/static/built.txt`, 'built\n');
