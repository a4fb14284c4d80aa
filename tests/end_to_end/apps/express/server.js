/** The app of fastapi/main.py, in Express. */
const { createHash } = require('node:crypto');
const { appendFileSync } = require('node:fs');
const express = require('express');

const app = express();
app.use('/static', express.static(`${__dirname}/static`));
console.log('starting with', process.env.TOKEN ?? 'no token');
// What a build has made belongs to whoever runs the app.
appendFileSync(`${__dirname}/static/built.txt`, '');

app.get('/', (request, answer) => {
  answer.json({ framework: 'express', message: process.env.MESSAGE ?? 'none' });
});

app.get('/items/:number(\\d+)', (request, answer) => {
  console.log('item', request.params.number);
  answer.json({ number: Number(request.params.number), q: request.query.q ?? '' });
});

app.get('/cookie', (request, answer) => {
  const seen = /seen=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? 'never';
  answer.cookie('seen', 'once', { httpOnly: true, maxAge: 60_000, expires: undefined });
  answer.cookie('other', 'a b');
  answer.json({ seen });
});

app.get('/redirect', (request, answer) => {
  answer.redirect(303, '/items/7?q=there');
});

app.get('/stream', async (request, answer) => {
  answer.type('text/plain');
  for (let number = 0; number < 5; ++number) {
    answer.write(`line ${number}\n`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  answer.end();
});

app.post('/upload', async (request, answer) => {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const piece of request) {
    digest.update(piece);
    bytes += piece.length;
  }
  answer.json({ bytes, sha256: digest.digest('hex') });
});

app.listen(process.env.PORT, process.env.HOST);
